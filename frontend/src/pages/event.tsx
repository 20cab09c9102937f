import { useMemo } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";
import { ClaimCard } from "../parts/claim-card";
import { Contested } from "../parts/contested";
import { History } from "../parts/history";
import { EventMap, type Pin } from "../parts/map";
import { useNames, type Names } from "../names";
import { go, Link } from "../route";
import { useTypeName } from "../session";
import type { EventFull, MarsadEvent, Told } from "../types";

function pins(event: MarsadEvent, names: Names): Pin[] {
  return event.places.flatMap((place, at) =>
    place.lat === null || place.lon === null
      ? []
      : [{ id: `${event.id}/${at}`, lat: place.lat, lon: place.lon, type: event.type, grade: event.grade, precision: place.precision, radius_km: place.radius_km ?? null, name: names.of(place) }],
  );
}

/** Claims under the speaker nearest to what happened; the report's own voice under its outlet. */
function bySpeaker(told: readonly Told[], ownVoice: string): [string, Told[]][] {
  const found = new Map<string, Told[]>();
  for (const each of told) {
    const last = each.claim.sources.at(-1);
    const name = last ? last.text : `${ownVoice} (${each.report.outlet ?? each.report.id})`;
    found.set(name, [...(found.get(name) ?? []), each]);
  }
  return [...found].sort((one, other) => other[1].length - one[1].length);
}

function Facts({ full }: { full: EventFull }) {
  const speech = useSpeech();
  const { t, maybe, span, range } = speech;
  const typeName = useTypeName(speech);
  const names = useNames();
  const { event } = full;
  const whom = (name: string) => maybe(`owner_${name}`).replace(/^owner_/, "");
  const link = (ids: readonly string[]) =>
    ids.map((id, at) => <span key={id}>{at > 0 && " "}<a href={`#claim-${id}`}>{id.slice(0, 6)}</a></span>);
  return (
    <>
      <section className="facts">
        <h2>{t("agreed")}</h2>
        <dl>
          <dt>{t("what")}</dt><dd>{event.types.map(typeName).join(" · ")} — {maybe(`standing_${event.standing}`)}</dd>
          <dt>{t("date")}</dt><dd>{span(event.date_from, event.date_to)}</dd>
          <dt>{t("where")}</dt><dd dir="auto">{names.listed(event.places, 9) || "—"}</dd>
          <dt>{t("who")}</dt><dd dir="auto">{names.listed(event.agents, 9) || "—"}</dd>
          <dt>{t("whom")}</dt><dd dir="auto">{names.listed(event.targets, 9) || "—"}</dd>
          <dt>{t("grade")}</dt><dd><span className={`grade grade-${event.grade}`}>{maybe(`grade_${event.grade}`)}</span>
            <details><summary>{t("whyGrade")}</summary><ul className="because">{event.because.map((why) => <li key={why}><code>{why}</code></li>)}</ul></details>
          </dd>
        </dl>
      </section>
      {event.figures.length > 0 && (
        <section>
          <h2>{t("figures")}</h2>
          <table>
            <thead><tr><th scope="col">{t("what")}</th><th scope="col">{t("whom")}</th><th scope="col">{t("range")}</th><th scope="col">{t("selected")}</th><th scope="col">{t("claims")}</th></tr></thead>
            <tbody>
              {event.figures.map((figure) => (
                <tr key={`${figure.kind}|${figure.whom}`}>
                  <th scope="row">{typeName(figure.kind)}</th>
                  <td dir="auto">{whom(figure.whom)}</td>
                  <td>{range(figure.low, figure.high)}</td>
                  <td>{figure.selected ?? "—"} <small>{maybe(`rule_${figure.rule}`).replace(/^rule_/, "")}</small></td>
                  <td>{link([...new Set([...figure.at_low, ...figure.at_high])])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Contested event={event} told={full.told} />
    </>
  );
}

export function EventPage({ id }: { id: string }) {
  const speech = useSpeech();
  const { t, span, language } = speech;
  const typeName = useTypeName(speech);
  const names = useNames();
  const loaded = useLoaded(`event ${id}`, () => api.event(id));
  const groups = useMemo(() => (loaded.value ? bySpeaker(loaded.value.told, t("ownVoice")) : []), [loaded.value, t]);
  return (
    <Waiting on={loaded}>
      {(full) => (
        <>
          <h1>{typeName(full.event.type)}: <bdi>{names.listed(full.event.places)}</bdi>{language === "ar" ? "،" : ","} {span(full.event.date_from, full.event.date_to)}</h1>
          <p className="acts"><button onClick={() => window.print()}>{t("print")}</button></p>
          <div className="halves">
            <div><Facts full={full} /></div>
            <EventMap points={pins(full.event, names)} />
          </div>
          <h2>{t("claimsBy")}</h2>
          {groups.map(([speaker, told]) => (
            <section key={speaker} className="speaker">
              <h3 dir="auto">{speaker}</h3>
              <div className="cards">
                {told.map((each) => (
                  <ClaimCard key={each.claim.id} told={each} onChoose={() => go(`/reports/${encodeURIComponent(each.report.id)}?claim=${each.claim.id}`)}>
                    <p className="from"><Link to={`/reports/${encodeURIComponent(each.report.id)}?claim=${each.claim.id}`}>{t("showInText")}</Link> <bdi>{each.report.title ?? each.report.id}</bdi></p>
                  </ClaimCard>
                ))}
              </div>
            </section>
          ))}
          <History changes={full.history} />
        </>
      )}
    </Waiting>
  );
}
