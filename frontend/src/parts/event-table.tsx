// The events as a table; the server sorts and pages.
import { useSpeech } from "../i18n/i18n";
import { useNames } from "../names";
import { Link } from "../route";
import { useTypeName } from "../session";
import type { MarsadEvent } from "../types";

const SORTS = ["date", "type", "place", "killed", "claims"] as const;

export function toll(event: MarsadEvent, kind = "killed") {
  return event.figures.find((figure) => figure.kind === kind && !figure.part_of_all) ?? event.figures.find((figure) => figure.kind === kind);
}

export function EventTable({ events, sort, onSort, chosen }: {
  events: readonly MarsadEvent[];
  sort: string;
  onSort: (sort: string) => void;
  chosen?: string | null;
}) {
  const speech = useSpeech();
  const { t, maybe, span, range, number } = speech;
  const typeName = useTypeName(speech);
  const { listed } = useNames();
  const labels = { date: t("date"), type: t("what"), place: t("where"), killed: t("killed"), claims: t("said") };
  const head = (name: (typeof SORTS)[number]) => {
    const isDown = sort === `-${name}`;
    const state = isDown ? "descending" : sort === name ? "ascending" : "none";
    return (
      <th scope="col" aria-sort={state}>
        <button onClick={() => onSort(isDown ? name : `-${name}`)}>{labels[name]}{state === "none" ? "" : isDown ? " ↓" : " ↑"}</button>
      </th>
    );
  };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("events")}>
      <table className="events">
        <thead>
          <tr>
            {head("date")}{head("type")}{head("place")}
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("whom")}</th>
            {head("killed")}{head("claims")}
            <th scope="col">{t("grade")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const killed = toll(event);
            return (
              <tr key={event.id} className={chosen === event.id ? "chosen" : undefined}>
                <td><Link to={`/events/${event.id}`}>{span(event.date_from, event.date_to)}</Link></td>
                <td>{typeName(event.type)}{event.standing !== "claimed" && <small> ({maybe(`standing_${event.standing}`)})</small>}</td>
                <td dir="auto">{listed(event.places)}</td>
                <td dir="auto">{listed(event.agents)}</td>
                <td dir="auto">{listed(event.targets)}</td>
                <td>{killed ? range(killed.low, killed.high) : ""}</td>
                <td>{number(event.claims.length)} · {number(event.roots.length)}</td>
                <td><span className={`grade grade-${event.grade}`}>{maybe(`grade_${event.grade}`)}</span></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
