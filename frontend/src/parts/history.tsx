// What happened to an event: its reports as they came in, every judgement with what it changed.
import { useSpeech } from "../i18n/i18n";
import { Link } from "../route";
import type { Change } from "../types";

export function History({ changes }: { changes: readonly Change[] }) {
  const { t, maybe, moment } = useSpeech();
  const what = (each: Change) => (each.kind === "arrived" ? t("arrived") : maybe(each.kind));
  return (
    <section>
      <h2>{t("history")}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={t("history")}>
        <table className="history">
          <thead><tr><th scope="col">{t("when")}</th><th scope="col">{t("by")}</th><th scope="col">{t("act")}</th><th scope="col">{t("about")}</th><th scope="col">{t("before")}</th><th scope="col">{t("after")}</th><th scope="col">{t("comment")}</th></tr></thead>
          <tbody>
            {changes.map((each, at) => (
              <tr key={`${each.id ?? each.report}${at}`} className={each.is_withdrawn ? "withdrawn" : undefined}>
                <td><time dateTime={each.at}>{moment(each.at)}</time></td>
                <td dir="auto">{each.by ?? ""}</td>
                <td>{what(each)}{each.field ? ` · ${maybe(`field_${each.field}`)}` : ""}{each.is_withdrawn && <small> ({t("takenBack")})</small>}</td>
                <td dir="auto">
                  {each.report && <Link to={`/reports/${encodeURIComponent(each.report)}`}>{each.title ?? each.report}</Link>}
                  {each.claim && <a href={`#claim-${each.claim}`}>{each.claim.slice(0, 6)}</a>}
                  {each.other && each.kind !== "withdraw" && <> ↔ <a href={`#claim-${each.other}`}>{each.other.slice(0, 6)}</a></>}
                </td>
                <td dir="auto">{maybe(each.before ?? "")}</td>
                <td dir="auto">{each.kind === "edit" ? (each.value ?? "—") : ""}</td>
                <td dir="auto">{each.comment ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
