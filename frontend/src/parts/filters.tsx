// The filters, which live in the address bar, so that a view can be sent and saved.
import { useEffect, useState } from "react";
import { useSpeech } from "../i18n/i18n";
import { useRoute } from "../route";
import { useSession } from "../session";
import { SavedViews } from "./saved-views";

const FREE = ["text", "actor", "place", "source"] as const;
export const FILTERS = ["from", "until", "type", "grade", "standing", "days", ...FREE] as const;

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
        <SavedViews path={path} text={text} />
      </div>
    </form>
  );
}
