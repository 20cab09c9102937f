// Who is said to hold a place, claim by claim on one axis of days; nothing is filled in between the claims.
import { scaleUtc } from "d3-scale";
import { useState } from "react";
import { api } from "../api";
import { useSpeech, type Speech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";
import { useNames, type Names } from "../names";
import { Link } from "../route";
import type { ControlClaim, ControlPlace } from "../types";
import { ChartDownload } from "./chart-download";

const WIDTH = 480;
const HEIGHT = 22;
const FIRST = 10;
// Shapes tell holders apart as well as colours; who has more claims takes the earlier one.
const SHAPES = ["circle", "square", "diamond", "triangle"] as const;
type Shape = (typeof SHAPES)[number] | "ring";

const PATHS: Record<Shape, string> = {
  circle: "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0", square: "M-5.5,-5.5h11v11h-11z", diamond: "M0,-7.5L7.5,0L0,7.5L-7.5,0z",
  triangle: "M0,-7L7,6H-7z", ring: "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0",
};

function holders(places: readonly ControlPlace[]): string[] {
  const counts = new Map<string, number>();
  for (const place of places) for (const each of place.claims) counts.set(each.holder, (counts.get(each.holder) ?? 0) + 1);
  return [...counts].filter(([name]) => name).sort((one, other) => other[1] - one[1]).map(([name]) => name);
}

/** A holder by the register's name, or in the words of the report. */
const holder = (each: ControlClaim, { language }: Speech, { called, quoted }: Names) => {
  const name = called(each.holder);
  return language === "ar" && name === each.holder ? quoted(each.holder_text) : quoted(each.holder);
};

const said = (each: ControlClaim, speech: Speech, names: Names) => {
  const { t, maybe, day } = speech;
  return `${day(each.day)}: ${holder(each, speech, names) || "—"}${each.type === "control_gain" ? "" : ` (${t(each.type === "siege" ? "besieges" : "leaves")})`}, ${maybe(`status_${each.status}`)}, ${names.called(each.by)}${each.is_contested ? `, ${t("why_contested")}` : ""}`;
};

function Sign({ shape, at, title, isOpen }: { shape: Shape; at: number; title: string; isOpen: boolean }) {
  return <path d={PATHS[shape]} transform={`translate(${at} ${HEIGHT / 2})`} className={`sign sign-${shape}${isOpen ? " open" : ""}`}><title>{title}</title></path>;
}

function Chart({ places, text }: { places: readonly ControlPlace[]; text: string }) {
  const speech = useSpeech();
  const { t, day, number, language } = speech;
  const [most, setMost] = useState(FIRST);
  const called = useNames();
  if (!places.length) return null;
  const names = holders(places);
  const shown = (name: string) => {
    const first = places.flatMap((place) => place.claims).find((each) => each.holder === name);
    return first ? holder(first, speech, called) : name;
  };
  const shape = (each: ControlClaim): Shape => SHAPES[names.indexOf(each.holder)] ?? "ring";
  const days = places.flatMap((place) => place.claims.flatMap((each) => (each.day ? [Date.parse(each.day)] : []))).filter((each) => !Number.isNaN(each));
  const ends: [number, number] = [Math.min(...days), Math.max(...days)];
  const x = scaleUtc(ends[0] === ends[1] ? [ends[0] - 1, ends[1] + 1] : ends, language === "ar" ? [WIDTH - 12, 12] : [12, WIDTH - 12]);
  return (
    <section className="chart control">
      <h2>{t("control")}</h2>
      <p className="legend">
        {names.slice(0, SHAPES.length).map((name, at) => <span key={name}><svg width="16" height={HEIGHT} aria-hidden="true"><Sign shape={SHAPES[at]!} at={8} title="" isOpen={false} /></svg> <bdi>{shown(name)}</bdi></span>)}
        <span><svg width="16" height={HEIGHT} aria-hidden="true"><Sign shape="ring" at={8} title="" isOpen /></svg> {t("othersHold")}</span>
        <span>{t("controlHelp")}</span>
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t("control")}>
        <table>
          <thead><tr><th scope="col">{t("place")}</th><td aria-hidden="true" className="days"><bdi>{day(new Date(ends[0]).toISOString().slice(0, 10))}</bdi><bdi>{day(new Date(ends[1]).toISOString().slice(0, 10))}</bdi></td><th scope="col">{t("claims")}</th></tr></thead>
          <tbody>
            {places.slice(0, most).map((place) => (
              <tr key={`${place.place}${place.lat}${place.text}`}>
                <th scope="row" dir="auto">{language === "ar" ? (place.name_ar ?? place.text) : place.place}</th>
                <td className="strip" aria-hidden="true">
                  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" direction="ltr">
                    <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
                    {place.claims.map((each) => each.day && <Sign key={each.claim} shape={shape(each)} at={x(Date.parse(each.day)) ?? 0} title={said(each, speech, called)} isOpen={each.status !== "asserted" || each.type === "siege" || each.is_contested} />)}
                  </svg>
                </td>
                <td>
                  <details>
                    <summary>{number(place.claims.length)}</summary>
                    <ul>{place.claims.map((each) => <li key={each.claim}><Link to={`/events/${each.event}`}><bdi>{said(each, speech, called)}</bdi></Link></li>)}</ul>
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="acts">
        {places.length > most && <button onClick={() => setMost(most + 50)}>{t("more")}</button>}
        <ChartDownload chart="control" text={text} />
      </p>
    </section>
  );
}

export function Control({ text }: { text: string }) {
  const loaded = useLoaded(`control ${text}`, () => api.control(text));
  return <Waiting on={loaded}>{(places) => <Chart places={places} text={text} />}</Waiting>;
}
