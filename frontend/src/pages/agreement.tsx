// How far reviewers agree, field by field and two by two; each claim they differ on leads to its review.
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";
import { downloadCsv } from "../parts/download";
import { Link } from "../route";
import type { Agreement } from "../types";

const SHOWN = 12;

export function AgreementPage() {
  const { t } = useSpeech();
  const loaded = useLoaded("agreement", api.agreement);
  return (
    <>
      <h1>{t("agreement")}</h1>
      <p>{t("agreementHelp")}</p>
      <Waiting on={loaded}>{(value) => <Figures value={value} />}</Waiting>
    </>
  );
}

function Figures({ value }: { value: Agreement }) {
  const { t, maybe, number, share, figure } = useSpeech();
  return (
    <>
      <dl className="meta">
        <dt>{t("judgedOnce")}</dt><dd>{number(value.judged)}</dd>
        <dt>{t("judgedTwice")}</dt><dd>{number(value.judged_twice)}</dd>
      </dl>
      {value.fields.length === 0 && <p>{t("nobodyTwice")}</p>}
      {value.fields.length > 0 && (
        <section className="chart">
          <h2>{t("byField")}</h2>
          <table className="agreement">
            <thead><tr><th scope="col">{t("field")}</th><th scope="col">{t("claimsCount")}</th><th scope="col">{t("agreed_share")}</th><th scope="col">{t("alpha")}</th><td aria-hidden="true" /><th scope="col">{t("differ")}</th></tr></thead>
            <tbody>
              {value.fields.map((each) => (
                <tr key={each.field}>
                  <th scope="row">{maybe(`field_${each.field}`)}</th>
                  <td>{number(each.claims)}</td>
                  <td>{share(each.agreed)}</td>
                  <td>{figure(each.alpha)}</td>
                  <td className="bars" aria-hidden="true"><svg height="12" width="100%" preserveAspectRatio="none"><rect className="range" width="100%" height="12" /><rect className="bar" width={`${100 * each.agreed}%`} height="12" /></svg></td>
                  <td>
                    {each.differ.slice(0, SHOWN).map((claim) => <span key={claim}><Link to={`/review?claim=${claim.split(" ")[0]}`}>{claim.slice(0, 6)}</Link> </span>)}
                    {each.differ.length > SHOWN && <small>+{number(each.differ.length - SHOWN)}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <button onClick={() => downloadCsv("marsad-agreement.csv", [["field", "claims", "agreed", "alpha", "differ"], ...value.fields.map((each) => [each.field, each.claims, each.agreed, each.alpha, each.differ.join(" ")])])}>{t("download")}</button>
        </section>
      )}
      {value.couples.length > 0 && (
        <section>
          <h2>{t("byCouple")}</h2>
          <table>
            <thead><tr><th scope="col">{t("people")}</th><th scope="col">{t("claimsCount")}</th><th scope="col">{t("agreed_share")}</th><th scope="col">{t("kappa")}</th></tr></thead>
            <tbody>
              {value.couples.map((each) => (
                <tr key={`${each.one}|${each.other}`}><th scope="row"><bdi>{each.one || "—"}</bdi> · <bdi>{each.other || "—"}</bdi></th><td>{number(each.claims)}</td><td>{share(each.agreed)}</td><td>{figure(each.kappa)}</td></tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
