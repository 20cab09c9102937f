import { useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";
import { Link, useQuery } from "../route";

const PAGE = 50;

export function ReportsPage() {
  const { t, day, number } = useSpeech();
  const [query, change] = useQuery();
  const [typed, setTyped] = useState(query.get("text") ?? "");
  const wanted = new URLSearchParams({ limit: String(PAGE) });
  if (query.get("after")) wanted.set("after", query.get("after") ?? "");
  if (query.get("text")) wanted.set("text", query.get("text") ?? "");
  const loaded = useLoaded(`reports ${wanted}`, () => api.reports(wanted.toString()));
  return (
    <>
      <h1>{t("reports")}</h1>
      <form className="filters" role="search" onSubmit={(event) => { event.preventDefault(); change({ text: typed, after: null }); }}>
        <label>{t("text")}<input type="search" dir="auto" value={typed} onChange={(event) => setTyped(event.target.value)} /></label>
        <button>{t("search")}</button>
      </form>
      <Waiting on={loaded}>
        {(value) => (
          <>
            {value.reports.length === 0 ? <p>{t("noReports")}</p> : (
              <div className="scroll" tabIndex={0} role="region" aria-label={t("reports")}>
                <table>
                  <thead><tr><th scope="col">{t("published")}</th><th scope="col">{t("title")}</th><th scope="col">{t("outlet")}</th><th scope="col">{t("claimsCount")}</th><th scope="col">{t("copyOf")}</th></tr></thead>
                  <tbody>
                    {value.reports.map((report) => (
                      <tr key={report.id}>
                        <td>{day(report.published)}</td>
                        <td dir="auto"><Link to={`/reports/${encodeURIComponent(report.id)}`}>{report.title ?? report.id}</Link></td>
                        <td dir="auto">{report.outlet}</td>
                        <td>{number(report.claims)}</td>
                        <td>{report.copy_of && <Link to={`/reports/${encodeURIComponent(report.copy_of)}`}>{report.copy_of}</Link>}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <nav className="pager" aria-label={t("reports")}>
              <button disabled={!query.get("after")} onClick={() => history.back()}>{t("previous")}</button>
              <button disabled={value.after === null} onClick={() => change({ after: String(value.after) }, false)}>{t("next")}</button>
            </nav>
          </>
        )}
      </Waiting>
    </>
  );
}
