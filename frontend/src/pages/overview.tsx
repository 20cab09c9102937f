import { useMemo, useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { useLoaded, Waiting } from "../load";
import { EventTable } from "../parts/event-table";
import { asked, Filters } from "../parts/filters";
import { EventMap } from "../parts/map";
import { Timeline } from "../parts/timeline";
import { Losses, Tolls } from "../parts/tolls";
import { Control } from "../parts/control";
import { Export } from "../parts/export";
import { go, Link, useQuery } from "../route";
import type { Point } from "../types";

const PAGE = 50;

const inArabic = (point: Point): Point => ({ ...point, name: point.name_ar ?? point.name });

export function OverviewPage() {
  const { t, number, language } = useSpeech();
  const [query, change] = useQuery();
  const [chosen, setChosen] = useState<string | null>(null);
  const filter = asked(query);
  const sort = query.get("sort") ?? "-date";
  const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
  const text = filter.toString();
  // The timeline shows all days, so that a choice can be widened.
  const undated = useMemo(() => {
    const rest = new URLSearchParams(text);
    rest.delete("from");
    rest.delete("until");
    return rest.toString();
  }, [text]);
  const overview = useLoaded(`overview ${text}`, () => api.overview(text));
  const all = useLoaded(`days ${undated}`, () => api.overview(`${undated}${undated ? "&" : ""}days=only`));
  const events = useLoaded(`events ${text} ${sort} ${page}`, () => {
    const wanted = new URLSearchParams(text);
    wanted.set("sort", sort);
    wanted.set("offset", String((page - 1) * PAGE));
    wanted.set("limit", String(PAGE));
    return api.events(wanted.toString());
  });
  return (
    <>
      <h1 className="visually-hidden">{t("overview")}</h1>
      <Filters query={query} change={change} />
      <Waiting on={all}>
        {(value) => (
          <Timeline days={value.days} undated={value.undated} from={query.get("from")} until={query.get("until")}
            onChoose={(from, until) => change({ from, until, page: null })} />
        )}
      </Waiting>
      <div className="halves">
        <Waiting on={overview}>
          {(value) => <EventMap points={language === "ar" ? value.points.map(inArabic) : value.points} unplaced={value.unplaced} chosen={chosen} onChoose={(id) => (chosen === id ? go(`/events/${id}`) : setChosen(id))} />}
        </Waiting>
        <section>
          <Waiting on={events}>
            {(value) => (
              <>
                <h2>{t("events")}: {number(value.total)}</h2>
                {value.total === 0 && (all.value?.events === 0 && undated === "" ? <p>{t("noneYet")} <Link to="/add">{t("add")}</Link></p> : <p>{t("noEvents")}</p>)}
                {value.total > 0 && <EventTable events={value.events} sort={sort} chosen={chosen} onSort={(next) => change({ sort: next, page: null })} />}
                <nav className="pager" aria-label={t("events")}>
                  <button disabled={page <= 1} onClick={() => change({ page: String(page - 1) }, false)}>{t("previous")}</button>
                  <span><bdi>{number(page)}</bdi> {t("of")} <bdi>{number(Math.max(1, Math.ceil(value.total / PAGE)))}</bdi></span>
                  <button disabled={page * PAGE >= value.total} onClick={() => change({ page: String(page + 1) }, false)}>{t("next")}</button>
                </nav>
                {value.total > 0 && <Export text={text} />}
              </>
            )}
          </Waiting>
        </section>
      </div>
      <Waiting on={overview}>
        {(value) => (
          <div className="halves">
            <Tolls sides={value.killed} text={text} />
            <Losses losses={value.losses} text={text} />
          </div>
        )}
      </Waiting>
      <Control text={text} />
    </>
  );
}
