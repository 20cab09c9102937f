import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";
import { ClaimCard } from "../parts/claim-card";
import { Issue } from "../parts/issue";
import { ReadingPane } from "../parts/reading-pane";
import { Link, useQuery } from "../route";
import { mayReview, useSession } from "../session";

export function ReportPage({ id }: { id: string }) {
  const { t, maybe, day } = useSpeech();
  const [query, change] = useQuery();
  const session = useSession();
  const chosen = query.get("claim");
  const loaded = useLoaded(`report ${id}`, () => api.report(id));
  const choose = (claim: string) => {
    change({ claim });
    document.getElementById(`claim-${claim}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <Waiting on={loaded}>
      {(full) => (
        <>
          <h1 dir="auto">{full.report.title ?? full.report.id}</h1>
          <dl className="meta">
            <dt>{t("outlet")}</dt><dd dir="auto">{full.report.outlet ?? "—"}</dd>
            <dt>{t("published")}</dt><dd>{day(full.report.published)}{full.date_kind ? ` (${maybe(`day_${full.date_kind}`)})` : ""}</dd>
            <dt>{t("origin")}</dt><dd dir="ltr">{full.url && /^https?:/.test(full.url) ? <a href={full.url} rel="noreferrer noopener">{full.url}</a> : full.origin}</dd>
            <dt>{t("hash")}</dt><dd dir="ltr"><code>{full.text_sha256}</code></dd>
            {full.report.copy_of && <><dt>{t("copyOf")}</dt><dd><Link to={`/reports/${encodeURIComponent(full.report.copy_of)}`}>{full.report.copy_of}</Link></dd></>}
          </dl>
          <div className="halves reading-halves">
            <ReadingPane text={full.text} told={full.told} chosen={chosen} onChoose={choose} />
            <section aria-label={t("claims")} className="claim-list">
              <h2>{t("claims")}: {full.told.length}</h2>
              {full.told.map((each) => (
                <ClaimCard key={each.claim.id} told={each} isChosen={each.claim.id === chosen} onChoose={() => choose(each.claim.id)}>
                  <p className="from">
                    {each.event && <Link to={`/events/${each.event}`}>{t("event")}</Link>}
                    {mayReview(session) && <Link to={`/review?claim=${each.claim.id}`}>{t("review")}</Link>}
                  </p>
                </ClaimCard>
              ))}
            </section>
          </div>
          {full.issues.length > 0 && (
            <section>
              <h2>{t("issues")}</h2>
              <ul>{full.issues.map((issue) => <li key={issue.reason + issue.message}><Issue issue={issue} /></li>)}</ul>
            </section>
          )}
        </>
      )}
    </Waiting>
  );
}
