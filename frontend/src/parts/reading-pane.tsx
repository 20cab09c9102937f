// The report as received, right to left, with the words of the claims coloured in place.
import { useEffect, useMemo, useRef, useState, type MouseEvent } from "react";
import { useSpeech } from "../i18n/i18n";
import { canHighlight, clear, paint, rangeOf, spanAt, type Fault } from "../text/highlight";
import { snapped, toPoints, unitIndex } from "../text/offsets";
import { marked, ROLES } from "../text/roles";
import type { Span, Told } from "../types";

/** The selected words of the report, with their place in code points. */
export function selectedSpan(node: Text): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (range.startContainer !== node || range.endContainer !== node) return null;
  const [from, to] = snapped(node.data, range.startOffset, range.endOffset);
  const index = unitIndex(node.data);
  const text = node.data.slice(from, to);
  return { text, start: toPoints(index, from), end: toPoints(index, to) };
}

export function ReadingPane({ text, told, chosen, onChoose, onSelect }: {
  text: string;
  told: readonly Told[];
  chosen: string | null;
  onChoose: (claim: string) => void;
  onSelect?: (span: Span | null) => void;
}) {
  const { t } = useSpeech();
  const holder = useRef<HTMLDivElement>(null);
  const [faults, setFaults] = useState<Fault[]>([]);
  const triggers = useMemo(() => told.map((each) => ({ id: each.claim.id, mark: marked(each.claim)[0]! })), [told]);
  const node = () => holder.current?.firstChild as Text | null;
  useEffect(() => {
    const words = node();
    if (!words) return;
    const claim = told.find((each) => each.claim.id === chosen)?.claim;
    const marks = claim ? marked(claim) : [];
    setFaults(paint(words, marks, triggers.map((each) => each.mark)));
    if (!claim) return clear;
    const range = rangeOf(words, unitIndex(words.data), claim.trigger.start, claim.trigger.end);
    const box = range.getBoundingClientRect();
    const pane = holder.current!;
    const frame = pane.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - frame.height / 3;
    if (!canHighlight()) {
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
    return clear;
  }, [text, told, triggers, chosen]);
  const click = (event: MouseEvent) => {
    const words = node();
    if (!words || !document.getSelection()?.isCollapsed) return;
    const mark = spanAt(words, triggers.map((each) => each.mark), event.clientX, event.clientY);
    const found = triggers.find((each) => each.mark === mark);
    if (found) onChoose(found.id);
  };
  const released = () => {
    const words = node();
    if (words && onSelect) onSelect(selectedSpan(words));
  };
  return (
    <div className="reading">
      {faults.length > 0 && (
        <p role="alert" className="failed">
          {t("mismatch")} {faults.map((fault) => <bdi key={`${fault.role}${fault.expected}`}>«{fault.expected}» ≠ «{fault.found}» </bdi>)}
        </p>
      )}
      {!canHighlight() && <p className="note">{t("noHighlight")}</p>}
      <div ref={holder} className="report-text" lang="ar" dir="rtl" tabIndex={0} role="region" aria-label={t("reading")}
        data-faults={faults.length} onClick={click} onMouseUp={released} onKeyUp={released}>{text}</div>
      <p className="legend" aria-label={t("legend")}>
        {ROLES.map((role) => <span key={role}><i className={`key key-${role}`} aria-hidden="true" />{t(role)}</span>)}
      </p>
    </div>
  );
}
