// One field of a claim, corrected by selecting words in the text.
import { useState } from "react";
import { useSpeech } from "../i18n/i18n";
import { useSession } from "../session";
import type { Claim, Span } from "../types";

const LISTS = ["agents", "targets", "places", "weapons", "sources"] as const;
const FIELDS = [...LISTS, "time", "count", "date_from", "date_to", "status", "type"] as const;
type Field = (typeof FIELDS)[number];
const STATUSES = ["asserted", "denied", "planned", "background", "rumoured"];
const EMPTY: Record<(typeof LISTS)[number], object> = {
  agents: { actor: null, name: null },
  targets: { actor: null, name: null },
  places: { place: null, name: null, lat: null, lon: null, country: null, admin1: null, kind: null, precision: null },
  weapons: { weapon_class: null },
  sources: { source: null, name: null, kind: null },
};
const isList = (field: Field): field is (typeof LISTS)[number] => (LISTS as readonly string[]).includes(field);

export function Editor({ claim, selected, onKeep, onCancel }: {
  claim: Claim;
  selected: Span | null;
  onKeep: (field: string, value: unknown) => void;
  onCancel: () => void;
}) {
  const { t, maybe, language } = useSpeech();
  const { types } = useSession();
  const [field, setField] = useState<Field>("agents");
  const [list, setList] = useState<readonly Span[]>(claim.agents);
  const [one, setOne] = useState<string>("");
  const [low, setLow] = useState(String(claim.count?.low ?? ""));
  const [high, setHigh] = useState(String(claim.count?.high ?? ""));
  const [span, setSpan] = useState<Span | null>(claim.time);
  const choose = (next: Field) => {
    setField(next);
    if (isList(next)) setList(claim[next]);
    else if (next === "time") setSpan(claim.time);
    else if (next === "count") setSpan(claim.count);
    else setOne(String(claim[next] ?? ""));
  };
  const labels: Record<Field, string> = {
    agents: t("agents"), targets: t("targets"), places: t("places"), weapons: t("weapons"), sources: t("sources"), time: t("time"),
    count: t("count"), date_from: t("from"), date_to: t("until"), status: t("status"), type: t("type"),
  };
  const take = () => {
    if (!selected) return;
    if (isList(field)) setList([...list, { ...selected, ...EMPTY[field] }]);
    else setSpan(selected);
  };
  const keep = () => {
    if (isList(field)) onKeep(field, list);
    else if (field === "time") onKeep(field, span);
    else if (field === "count") onKeep(field, span && low !== "" ? { ...span, low: Number(low), high: high === "" ? null : Number(high) } : null);
    else onKeep(field, one || null);
  };
  const takes = isList(field) || field === "time" || field === "count";
  return (
    <form className="editor" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <label>{t("field")}
        <select value={field} onChange={(event) => choose(event.target.value as Field)}>
          {FIELDS.map((each) => <option key={each} value={each}>{labels[each]}</option>)}
        </select>
      </label>
      {isList(field) && (
        <ul>
          {list.map((each, at) => (
            <li key={`${each.start}${each.text}`}><bdi lang="ar">{each.text}</bdi> <button type="button" onClick={() => setList(list.filter((_, other) => other !== at))}>{t("remove")}</button></li>
          ))}
        </ul>
      )}
      {(field === "time" || field === "count") && <p><bdi lang="ar">{span?.text ?? "—"}</bdi> {span && <button type="button" onClick={() => setSpan(null)}>{t("remove")}</button>}</p>}
      {field === "count" && (
        <div className="filters">
          <label>{t("from")}<input type="number" min="0" value={low} onChange={(event) => setLow(event.target.value)} /></label>
          <label>{t("until")}<input type="number" min="0" value={high} onChange={(event) => setHigh(event.target.value)} /></label>
        </div>
      )}
      {(field === "date_from" || field === "date_to") && <label>{t("value")}<input type="date" value={one} onChange={(event) => setOne(event.target.value)} /></label>}
      {field === "status" && <label>{t("value")}<select value={one} onChange={(event) => setOne(event.target.value)}>{STATUSES.map((each) => <option key={each} value={each}>{maybe(`status_${each}`)}</option>)}</select></label>}
      {field === "type" && <label>{t("value")}<select value={one} onChange={(event) => setOne(event.target.value)}>{types.map((each) => <option key={each.id} value={each.id}>{each[language]}</option>)}</select></label>}
      {takes && (
        <p>
          <button type="button" disabled={!selected} onClick={take}>{t("useSelection")}</button>{" "}
          {selected ? <bdi lang="ar">«{selected.text}»</bdi> : <small>{t("selectFirst")}</small>}
        </p>
      )}
      <p className="acts"><button>{t("keep")}</button><button type="button" onClick={onCancel}>{t("cancel")}</button></p>
    </form>
  );
}
