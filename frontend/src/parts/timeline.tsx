// Events by day as bars; dragging over them chooses days.
import { scaleLinear, scaleUtc } from "d3-scale";
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useSpeech } from "../i18n/i18n";
import type { Day } from "../types";
import { downloadCsv } from "./download";

const WIDTH = 960;
const HEIGHT = 110;
const FOOT = 22;
const DAY_MS = 86_400_000;

const date = (iso: string) => new Date(`${iso}T00:00:00Z`);
const iso = (when: Date) => when.toISOString().slice(0, 10);

export function Timeline({ days, from, until, undated, onChoose }: {
  days: readonly Day[];
  from: string | null;
  until: string | null;
  undated: number;
  onChoose: (from: string | null, until: string | null) => void;
}) {
  const { t, number, day, language } = useSpeech();
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const isMirrored = language === "ar";
  const { across, tall, bars, ticks } = useMemo(() => {
    const first = days[0] ? date(days[0].day) : new Date();
    const last = days.at(-1) ? date((days.at(-1) as Day).day) : first;
    const range: [number, number] = isMirrored ? [WIDTH, 0] : [0, WIDTH];
    const x = scaleUtc([first, new Date(last.getTime() + DAY_MS)], range);
    const y = scaleLinear([0, Math.max(1, ...days.map((each) => each.events))], [HEIGHT - FOOT, 4]);
    const wide = Math.max(2, Math.abs(x(new Date(first.getTime() + DAY_MS)) - x(first)) - 1);
    const found = days.map((each) => {
      const at = x(date(each.day));
      return { ...each, x: isMirrored ? at - wide : at, y: y(each.events), wide };
    });
    // Of a few days the ticks are hours: each day is named once, where there is any.
    const named = new Map(x.ticks(6).map((tick) => [iso(tick), date(iso(tick))]));
    return { across: x, tall: y, bars: found, ticks: days.length ? [...named.values()].filter((tick) => tick >= first) : [] };
  }, [days, isMirrored]);
  const place = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    return box ? ((event.clientX - box.x) / box.width) * WIDTH : 0;
  };
  const finish = () => {
    if (!drag) return;
    const ends = drag.map((at) => across.invert(at)).sort((one, other) => one.getTime() - other.getTime());
    setDrag(null);
    const [one, other] = ends;
    if (one && other && Math.abs((drag[0] ?? 0) - (drag[1] ?? 0)) > 3) onChoose(iso(one), iso(other));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") onChoose(null, null);
  };
  const shade = drag ?? (from || until
    ? [across(date(from ?? days[0]?.day ?? "2000-01-01")), across(new Date(date(until ?? days.at(-1)?.day ?? "2000-01-01").getTime() + DAY_MS))]
    : null);
  return (
    <figure className="timeline">
      <svg
        ref={svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" tabIndex={0} aria-label={`${t("timeline")}. ${t("timelineHelp")}`}
        direction="ltr" onPointerDown={(event) => setDrag([place(event), place(event)])}
        onPointerMove={(event) => drag && setDrag([drag[0], place(event)])} onPointerUp={finish} onPointerLeave={finish}
        onDoubleClick={() => onChoose(null, null)} onKeyDown={key}
      >
        {shade && (
          <rect className="brush" x={Math.min(shade[0] ?? 0, shade[1] ?? 0)} width={Math.abs((shade[1] ?? 0) - (shade[0] ?? 0))} y={0} height={HEIGHT - FOOT} />
        )}
        {bars.map((bar) => (
          <rect key={bar.day} className="bar" x={bar.x} y={bar.y} width={bar.wide} height={tall(0) - bar.y}>
            <title>{`${day(bar.day)}: ${number(bar.events)}`}</title>
          </rect>
        ))}
        <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {ticks.map((tick) => (
          <text key={tick.getTime()} x={Math.min(WIDTH - 40, Math.max(40, across(tick)))} y={HEIGHT - 6} textAnchor="middle" direction={isMirrored ? "rtl" : "ltr"}>
            {day(iso(tick))}
          </text>
        ))}
      </svg>
      <figcaption>
        {t("timelineHelp")} {undated ? `${number(undated)} ${t("undated")}.` : ""}
      </figcaption>
      <details>
        <summary>{t("asTable")}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={t("timeline")}>
          <table>
            <thead><tr><th scope="col">{t("date")}</th><th scope="col">{t("events")}</th></tr></thead>
            <tbody>{days.map((each) => <tr key={each.day}><th scope="row">{day(each.day)}</th><td>{number(each.events)}</td></tr>)}</tbody>
          </table>
        </div>
        <button onClick={() => downloadCsv("marsad-days.csv", [["day", "events"], ...days.map((each) => [each.day, each.events])])}>{t("download")}</button>
      </details>
    </figure>
  );
}
