// The keys of review: which key does what, changed by pressing another; kept with the person.
import { useState } from "react";
import { useSpeech } from "../i18n/i18n";
import { ACTS, doubled, FIRST, keyName, useBound, type Bound } from "../keys";

export function KeysPage() {
  const { t } = useSpeech();
  const [bound, keep] = useBound();
  const [said, setSaid] = useState("");
  const twice = doubled(bound.keys);
  const change = (next: Bound) => void keep(next).then(() => setSaid(t("kept")), (error: unknown) => setSaid((error as Error).message));
  return (
    <>
      <h1>{t("keys")}</h1>
      <p>{t("keysHelp")}</p>
      <p><label><input type="checkbox" checked={bound.isOn} onChange={(event) => change({ ...bound, isOn: event.target.checked })} /> {t("keysOn")}</label></p>
      <table className="key-table">
        <thead><tr><th scope="col">{t("act")}</th><th scope="col">{t("key")}</th></tr></thead>
        <tbody>
          {ACTS.map((act) => (
            <tr key={act}>
              <th scope="row">{t(act)}</th>
              <td>
                <input readOnly aria-label={`${t("key")}: ${t(act)}`} value={keyName(bound.keys[act])}
                  onKeyDown={(event) => {
                    if (/^(Tab|Escape|Shift|Control|Alt|Meta)/.test(event.code)) return;
                    event.preventDefault();
                    change({ ...bound, keys: { ...bound.keys, [act]: event.code } });
                  }} />
                {twice.includes(act) && <span className="failed">{t("keyTwice")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="acts"><button onClick={() => change(FIRST)}>{t("keysFirst")}</button></p>
      <p role="status">{said}</p>
    </>
  );
}
