// Killed by side as ranges, and materiel lost: each with its table and its download.
import { useSpeech } from "../i18n/i18n";
import { useNames } from "../names";
import type { Loss, Side } from "../types";
import { ChartDownload } from "./chart-download";

export function Tolls({ sides, text }: { sides: readonly Side[]; text: string }) {
  const { t, range, number } = useSpeech();
  const { quoted } = useNames();
  if (!sides.length) return null;
  const most = Math.max(1, ...sides.map((side) => side.high ?? side.low));
  const wide = (value: number) => `${(100 * value) / most}%`;
  return (
    <section className="chart">
      <h2>{t("tolls")}</h2>
      <table>
        <thead><tr><th scope="col">{t("who")}</th><th scope="col">{t("range")}</th><th scope="col">{t("events")}</th><td aria-hidden="true" /></tr></thead>
        <tbody>
          {sides.map((side) => (
            <tr key={side.name}>
              <th scope="row" dir="auto">{quoted(side.name) || "—"}</th>
              <td>{range(side.low, side.high)}</td>
              <td>{number(side.events)}</td>
              <td className="bars" aria-hidden="true">
                <svg height="12" width="100%" preserveAspectRatio="none">
                  <rect className="range" width={wide(side.high ?? side.low)} height="12" />
                  <rect className="bar" width={wide(side.low)} height="12" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ChartDownload chart="killed" text={text} />
    </section>
  );
}

export function Losses({ losses, text }: { losses: readonly Loss[]; text: string }) {
  const { t, maybe, range, number } = useSpeech();
  const { called } = useNames();
  /** What the server calls by a name of its own, in the words of the page. */
  const word = (kind: string, value: string) => {
    if (value === "unknown") return t("unknown");
    const found = maybe(`${kind}_${value}`);
    return found === `${kind}_${value}` ? value : found;
  };
  if (!losses.length) return null;
  return (
    <section className="chart">
      <h2>{t("losses")}</h2>
      <table>
        <thead><tr><th scope="col">{t("sources")}</th><th scope="col">{t("owner")}</th><th scope="col">{t("item")}</th><th scope="col">{t("outcome")}</th><th scope="col">{t("range")}</th><th scope="col">{t("claimsCount")}</th></tr></thead>
        <tbody>
          {losses.map((loss) => (
            <tr key={`${loss.claimant}|${loss.owner}|${loss.item}|${loss.outcome}`}>
              <th scope="row" dir="auto">{called(loss.claimant)}</th>
              <td>{word("owner", loss.owner)}</td>
              <td>{word("item", loss.item)}</td>
              <td>{word("outcome", loss.outcome)}</td>
              <td>{range(loss.low, loss.high)}</td>
              <td>{number(loss.claims)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ChartDownload chart="losses" text={text} />
    </section>
  );
}
