import { useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";

/** One thing that a record says, its name in the language of the page. */
function Fact({ name, value }: { name: string; value: unknown }) {
  const { maybe } = useSpeech();
  const label = maybe(`field_${name}`).replace(/^field_/, "");
  const parts = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  const shown = parts ? parts.map(([part, each]) => `${part} ${String(each)}`).join(", ") : typeof value === "object" ? JSON.stringify(value) : name === "kind" ? maybe(String(value)) : String(value);
  return <span className="fact">{label}: <bdi dir={/^[\x20-\x7e]*$/.test(shown) ? "ltr" : undefined}>{shown}</bdi></span>;
}

export function LogPage() {
  const { t, maybe } = useSpeech();
  const [after, setAfter] = useState(0);
  const loaded = useLoaded(`log ${after}`, () => api.log(after));
  return (
    <>
      <h1>{t("log")}</h1>
      <p>{t("logHelp")}</p>
      <Waiting on={loaded}>
        {(records) => (
          <>
            <div className="scroll" tabIndex={0} role="region" aria-label={t("log")}>
              <table className="log">
                <thead><tr><th scope="col">{t("seq")}</th><th scope="col">{t("when")}</th><th scope="col">{t("kind")}</th><th scope="col">{t("about")}</th><th scope="col">SHA-256</th></tr></thead>
                <tbody>
                  {records.map((record) => (
                    <tr key={record.seq} data-kind={record.kind}>
                      <td>{record.seq}</td><td dir="ltr">{record.at}</td><td>{maybe(`log_${record.kind}`).replace(/^log_/, "")}</td>
                      <td>{Object.entries(record.body).map(([name, value]) => <Fact key={name} name={name} value={value} />)}</td>
                      <td><code title={record.hash}>{record.hash.slice(0, 12)}</code></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <button disabled={!records.length} onClick={() => setAfter(records.at(-1)?.seq ?? 0)}>{t("more")}</button>
          </>
        )}
      </Waiting>
    </>
  );
}
