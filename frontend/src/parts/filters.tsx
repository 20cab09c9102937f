// The filters, which live in the address bar, and views saved in this browser.
import { useEffect, useState } from "react";
import { useSpeech } from "../i18n/i18n";
import { Link, useRoute } from "../route";
import { useSession } from "../session";

const KEPT = "marsad.views";
const FREE = ["text", "actor", "place", "source"] as const;
export const FILTERS = ["from", "until", "type", "grade", "standing", "days", ...FREE] as const;

interface Saved {
  name: string;
  to: string;
}

function saved(): Saved[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "[]") as Saved[];
  } catch {
    return [];
  }
}

/** The part of the query that filters events, in a fixed order. */
export function asked(query: URLSearchParams): URLSearchParams {
  const found = new URLSearchParams();
  for (const name of FILTERS) {
    const value = query.get(name);
    if (value) found.set(name, value);
  }
  return found;
}

function Field({ name, value, onSet }: { name: (typeof FREE)[number]; value: string; onSet: (value: string) => void }) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <label>
      {t(name)}
      <input dir="auto" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => typed !== value && onSet(typed)}
        onKeyDown={(event) => event.key === "Enter" && onSet(typed)} />
    </label>
  );
}

export function Filters({ query, change }: { query: URLSearchParams; change: (wanted: Record<string, string | null>) => void }) {
  const { t, maybe, language } = useSpeech();
  const { types } = useSession();
  const { path } = useRoute();
  const [views, setViews] = useState(saved);
  const keep = (next: Saved[]) => {
    localStorage.setItem(KEPT, JSON.stringify(next));
    setViews(next);
  };
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select value={query.get(name) ?? ""} onChange={(event) => change({ [name]: event.target.value, page: null })}>
        <option value="">{t("any")}</option>
        {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </label>
  );
  const day = (name: "from" | "until") => (
    <label>
      {t(name)}
      <input type="date" value={query.get(name) ?? ""} onChange={(event) => change({ [name]: event.target.value, page: null })} />
    </label>
  );
  const text = asked(query).toString();
  return (
    <form className="filters" role="search" aria-label={t("filters")} onSubmit={(event) => event.preventDefault()}>
      {day("from")}
      {day("until")}
      {choice("type", t("type"), types.map((each) => [each.id, language === "ar" ? each.ar : each.en] as const))}
      {choice("grade", t("grade"), ["confirmed", "fair", "weak", "contested", "discounted"].map((each) => [each, maybe(`grade_${each}`)] as const))}
      {choice("standing", t("status"), ["claimed", "denied", "planned"].map((each) => [each, maybe(`standing_${each}`)] as const))}
      {FREE.map((name) => <Field key={name} name={name} value={query.get(name) ?? ""} onSet={(value) => change({ [name]: value, page: null })} />)}
      <div className="filter-acts">
        {text && <button type="button" onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, null])))}>{t("clear")}</button>}
        {text && <button type="button" onClick={() => keep([...views.filter((view) => view.to !== `${path}?${text}`), { name: decodeURIComponent(text.replaceAll("+", " ")), to: `${path}?${text}` }])}>{t("save")}</button>}
        {views.length > 0 && (
          <details>
            <summary>{t("saved")}</summary>
            <ul>
              {views.map((view) => (
                <li key={view.to}>
                  <Link to={view.to}><bdi>{view.name}</bdi></Link>{" "}
                  <button type="button" onClick={() => keep(views.filter((each) => each !== view))}>{t("forget")}</button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </form>
  );
}
