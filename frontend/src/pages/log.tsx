import { useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";

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
              <table>
                <thead><tr><th scope="col">{t("seq")}</th><th scope="col">{t("when")}</th><th scope="col">{t("kind")}</th><th scope="col">{t("about")}</th><th scope="col">SHA-256</th></tr></thead>
                <tbody>
                  {records.map((record) => (
                    <tr key={record.seq} data-kind={record.kind}>
                      <td>{record.seq}</td><td dir="ltr">{record.at}</td><td>{maybe(`log_${record.kind}`).replace(/^log_/, "")}</td>
                      <td><bdi dir="ltr">{Object.entries(record.body).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join("; ")}</bdi></td>
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
