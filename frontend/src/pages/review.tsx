import { useMemo, useRef, useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { keyName, useKeys, type Act } from "../keys";
import { useLoaded, Waiting } from "../load";
import { ClaimCard } from "../parts/claim-card";
import { CommentDialog } from "../parts/dialog";
import { Editor } from "../parts/editor";
import { ReadingPane } from "../parts/reading-pane";
import { asked } from "../parts/filters";
import { Link, useQuery } from "../route";
import { useSession } from "../session";
import type { QueueItem, Span, Told } from "../types";

export function ReviewPage() {
  const [query] = useQuery();
  const one = query.get("claim");
  const text = asked(query).toString();
  const queue = useLoaded(`queue ${text} ${one ?? ""}`, async () => {
    if (!one) return api.queue(text);
    return { total: 1, items: [{ told: await api.claim(one), why: [] }] };
  });
  return <Waiting on={queue}>{(value) => <Desk key={`${text}${one ?? ""}`} items={value.items} total={value.total} onEmpty={queue.again} />}</Waiting>;
}

function Desk({ items, total, onEmpty }: { items: readonly QueueItem[]; total: number; onEmpty: () => void }) {
  const { t, maybe, number, list } = useSpeech();
  const { is_blind } = useSession();
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<{ id: string; at: number }[]>([]);
  const [changed, setChanged] = useState<Record<string, Told>>({});
  const [said, setSaid] = useState("");
  // One act at a time: a second key while the first is on its way would judge the same claim twice.
  const isBusy = useRef(false);
  const [isEditing, setEditing] = useState(false);
  const [isCommenting, setCommenting] = useState(false);
  const [selected, setSelected] = useState<Span | null>(null);
  const item = items[at];
  const told = item && (changed[item.told.claim.id] ?? item.told);
  const report = useLoaded(`report ${told?.report.id ?? ""}`, async () => (told ? api.report(told.report.id) : null));
  const rivals = useMemo(() => {
    if (!told || !report.value) return [];
    return report.value.told.filter((each) => each.claim.id !== told.claim.id && each.claim.type === told.claim.type);
  }, [told, report.value]);
  const step = (by: number) => {
    setEditing(false);
    setSelected(null);
    setAt((old) => Math.max(0, Math.min(items.length, old + by)));
  };
  const judge = async (kind: string, more: { other?: string; field?: string; value?: unknown; comment?: string } = {}, moves = true) => {
    if (!told || isBusy.current) return;
    isBusy.current = true;
    try {
      const note = await api.judge({ kind, claim: told.claim.id, ...more });
      const fresh = await api.claim(told.claim.id);
      setChanged((old) => ({ ...old, [fresh.claim.id]: fresh }));
      setDone((old) => [...old, { id: note.id, at }]);
      setSaid(t("kept"));
      if (moves) step(1);
    } catch (error) {
      setSaid((error as Error).message);
    } finally {
      isBusy.current = false;
    }
  };
  const undo = async () => {
    const last = done.at(-1);
    const before = last && items[last.at];
    if (!last || !before || isBusy.current) return;
    isBusy.current = true;
    try {
      await api.judge({ kind: "withdraw", claim: before.told.claim.id, other: last.id });
      const fresh = await api.claim(before.told.claim.id);
      setChanged((old) => ({ ...old, [fresh.claim.id]: fresh }));
      setDone((old) => old.slice(0, -1));
      setAt(last.at);
      setSaid(t("undone"));
    } catch (error) {
      setSaid((error as Error).message);
    } finally {
      isBusy.current = false;
    }
  };
  const rival = rivals[0];
  const does: Partial<Record<Act, () => void>> = {
    accept: () => void judge("accept"), reject: () => void judge("reject"), edit: () => setEditing(true),
    next: () => step(1), previous: () => step(-1), undo: () => void undo(), comment: () => setCommenting(true),
  };
  if (rival) {
    does.same = () => void judge("same", { other: rival.claim.id });
    does.different = () => void judge("different", { other: rival.claim.id });
  }
  const keys = useKeys(does);
  if (!told || !item)
    return (
      <>
        <h1>{t("review")}</h1>
        <p>{t("queueEmpty")}</p>
        <p className="acts">
          {items.length > 0 && <button onClick={() => step(-1)}>{t("previous")}</button>}
          <button onClick={onEmpty}>{t("retry")}</button>
        </p>
        <p role="status">{said}</p>
      </>
    );
  const button = (act: Act, label: string) => (
    <button className={`act ${act}`} disabled={!does[act]} onClick={does[act]}>{label} <kbd>{keyName(keys.keys[act])}</kbd></button>
  );
  return (
    <>
      <h1>{t("review")}</h1>
      <p>
        {number(total - at)} {t("left")}. {item.why.length > 0 && <>{t("why")}: {list(item.why.map((why) => maybe(`why_${why}`)))}</>}
      </p>
      <div className="acts" role="toolbar" aria-label={t("review")}>
        {button("accept", t("accept"))}{button("reject", t("reject"))}{button("edit", t("edit"))}{button("comment", t("comment"))}
        {button("undo", t("undo"))}{button("previous", t("previous"))}{button("next", t("next"))}
      </div>
      <p role="status" aria-live="polite">{said}</p>
      {isCommenting && (
        <CommentDialog about={told.claim.trigger.text} onClose={() => setCommenting(false)}
          onKeep={(words) => { setCommenting(false); void judge("comment", { comment: words }, false); }} />
      )}
      <div className="halves reading-halves">
        <Waiting on={report}>
          {(full) => full && <ReadingPane text={full.text} told={[told, ...rivals]} chosen={told.claim.id} onChoose={() => undefined} onSelect={setSelected} />}
        </Waiting>
        <section className="claim-list">
          <ClaimCard told={told} isChosen>
            {isEditing && <Editor claim={told.claim} selected={selected} onKeep={(field, value) => { setEditing(false); void judge("edit", { field, value }, false); }} onCancel={() => setEditing(false)} />}
          </ClaimCard>
          {rival && (
            <>
              <h2>{t("compare")}</h2>
              <ClaimCard told={rival}>
                <p className="acts">{button("same", t("same"))}{button("different", t("different"))}</p>
              </ClaimCard>
            </>
          )}
        </section>
      </div>
      <p className="acts">{keys.isOn ? "" : t("keysOff")} <Link to="/keys">{t("keys")}</Link> {is_blind ? <span className="note">{t("blindHelp")}</span> : <Link to="/agreement">{t("agreement")}</Link>}</p>
    </>
  );
}
