// One claim in words: its fields, who says so, why it is there.
import type { ReactNode } from "react";
import { useSpeech } from "../i18n/i18n";
import { useNames } from "../names";
import { useTypeName } from "../session";
import type { Claim, Told } from "../types";

export function Chain({ claim, outlet }: { claim: Claim; outlet: string | null }) {
  const { t, language } = useSpeech();
  const speakers = claim.sources.map((source) => (language === "ar" ? source.text : (source.name ?? source.text)));
  return (
    <ol className="chain" aria-label={t("sourcesChain")}>
      {speakers.length === 0 && <li>{t("ownVoice")}</li>}
      {speakers.map((speaker, at) => <li key={`${speaker}${at}`}><bdi>{speaker}</bdi></li>)}
      {outlet && <li className="outlet"><bdi>{outlet}</bdi></li>}
    </ol>
  );
}

export function Verdict({ told }: { told: Told }) {
  const { t } = useSpeech();
  return (
    <>
      {told.verdict && <span className={`verdict ${told.verdict}`}>{t(told.verdict === "accept" ? "accepted" : "rejected")}</span>}
      {told.is_edited && <span className="verdict edit">{t("edited")}</span>}
    </>
  );
}

export function ClaimCard({ told, isChosen, onChoose, children }: {
  told: Told;
  isChosen?: boolean;
  onChoose?: () => void;
  children?: ReactNode;
}) {
  const speech = useSpeech();
  const { t, maybe, span, range } = speech;
  const typeName = useTypeName(speech);
  const names = useNames();
  const { claim } = told;
  const row = (role: "agents" | "targets" | "places" | "weapons", label: string) =>
    claim[role].length > 0 && (
      <>
        <dt><i className={`key key-${role}`} aria-hidden="true" />{label}</dt>
        <dd>
          {claim[role].map((mention) => (
            <bdi key={`${mention.start}-${mention.text}`} lang="ar" className="words">
              {mention.text}
              {"name" in mention && mention.name && names.of(mention) !== mention.text ? <small lang={speech.language}> {names.of(mention)}</small> : null}
            </bdi>
          ))}
        </dd>
      </>
    );
  return (
    <article className={`claim${isChosen ? " chosen" : ""}`} aria-current={isChosen ? "true" : undefined} id={`claim-${claim.id}`}>
      <header>
        <button className="what" onClick={onChoose} aria-label={`${typeName(claim.type)}: ${claim.trigger.text}. ${t("showInText")}`}>
          {typeName(claim.type)} <q lang="ar" dir="rtl">{claim.trigger.text}</q>
        </button>
        {claim.status !== "asserted" && <span className="status">{maybe(`status_${claim.status}`)}</span>}
        <Verdict told={told} />
      </header>
      <Chain claim={claim} outlet={told.report.outlet} />
      <dl>
        {row("agents", t("agents"))}
        {row("targets", t("targets"))}
        {claim.item && <><dt><i className="key key-targets" aria-hidden="true" />{t("item")}</dt><dd lang="ar"><bdi>{claim.item.text}</bdi></dd></>}
        {claim.count && <><dt><i className="key key-count" aria-hidden="true" />{t("count")}</dt><dd>{range(claim.count.low, claim.count.high)} <bdi lang="ar" className="words">{claim.count.text}</bdi></dd></>}
        {row("places", t("places"))}
        {(claim.time ?? claim.date_from) && (
          <><dt><i className="key key-time" aria-hidden="true" />{t("time")}</dt><dd>{span(claim.date_from, claim.date_to)} {claim.time && <bdi lang="ar" className="words">{claim.time.text}</bdi>}</dd></>
        )}
        {row("weapons", t("weapons"))}
      </dl>
      <details>
        <summary>{t("confidence")}</summary>
        <ul className="because">{claim.because.map((why) => <li key={why}><code>{why}</code></li>)}</ul>
      </details>
      {children}
    </article>
  );
}
