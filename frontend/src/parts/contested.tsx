// What is contested of an event, and by whom, with the claims on either side.
import { useSpeech } from "../i18n/i18n";
import { useNames } from "../names";
import { useTypeName } from "../session";
import { bounds, dispute } from "../text/disputes";
import type { Contradiction, MarsadEvent, Told } from "../types";

export function Contested({ event, told }: { event: MarsadEvent; told: readonly Told[] }) {
  const { t } = useSpeech();
  const said = useSaid(told);
  const link = (ids: readonly string[]) =>
    ids.map((id, at) => <span key={id}>{at > 0 && " "}<a href={`#claim-${id}`}>{id.slice(0, 6)}</a></span>);
  return (
    <section>
      <h2>{t("contested")}</h2>
      {event.contradictions.length === 0 && <p>{t("nothingContested")}</p>}
      <ul className="contested">
        {event.contradictions.map((each) => (
          <li key={each.says}>{said(each)} {link(each.one)} ≠ {link(each.other)}</li>
        ))}
      </ul>
    </section>
  );
}

/** A contradiction as a sentence of the page's language; one of another form stays in the words of the store. */
function useSaid(told: readonly Told[]) {
  const speech = useSpeech();
  const { maybe, range, language } = speech;
  const { called, of } = useNames();
  const typeName = useTypeName(speech);
  const and = (names: readonly string[]) => names.map(called).join(language === "ar" ? " و" : " and ");
  const whom = (name: string) => maybe(`owner_${name}`).replace(/^owner_/, "");
  // A bloc of a country, as marsad/events/rules.py has it: rebel:SY.
  const bloc = (name: string) => {
    const found = /^([a-z_]+):([A-Z]{2}|-)$/.exec(name);
    if (!found) return called(name);
    const kind = maybe(`bloc_${found[1]}`).replace(/^bloc_/, "");
    return found[2] === "-" ? kind : `${kind} (${new Intl.DisplayNames([language], { type: "region" }).of(found[2]!)})`;
  };
  const place = (name: string) => {
    const found = told.flatMap((each) => each.claim.places).find((each) => each.name === name);
    return found ? of(found) : name;
  };
  return ({ about, says }: Contradiction) => {
    const found = dispute(says);
    const title = <strong>{maybe(`about_${about}`)}</strong>;
    if (!found) return <>{title}: <bdi>{says}</bdi></>;
    const parts: Record<string, string> = { one: and(found.one), other: and(found.other) };
    if ("what" in found) parts["what"] = found.kind === "named" ? maybe(`about_${about}`) : typeName(found.what);
    if (found.kind === "toll") Object.assign(parts, { whom: whom(found.whom), low: range(...bounds(found.low)), high: range(...bounds(found.high)) });
    if (found.kind === "named") Object.assign(parts, { first: bloc(found.first), second: bloc(found.second) });
    if (found.kind === "place") Object.assign(parts, { first: place(found.first), second: place(found.second) });
    const pieces = maybe(`says_${found.kind}`).split(/[{}]/);
    return <>{title}: {pieces.map((piece, at) => (at % 2 ? <bdi key={at}>{parts[piece]}</bdi> : piece))}</>;
  };
}
