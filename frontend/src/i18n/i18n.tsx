// The language of the interface: its words, its direction, how it writes numbers and days.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { ar } from "./ar";
import { en, type Word } from "./en";

export type Language = "en" | "ar";

export interface Speech {
  language: Language;
  t: (word: Word) => string;
  maybe: (word: string) => string;
  number: (value: number) => string;
  range: (low: number, high: number | null) => string;
  share: (value: number) => string;
  figure: (value: number | null) => string;
  day: (iso: string | null) => string;
  moment: (iso: string) => string;
  /** Several things one after the other. */
  list: (things: readonly string[]) => string;
  span: (from: string | null, to: string | null) => string;
  switchTo: (language: Language) => void;
}

const words = { en, ar };
const Context = createContext<Speech | null>(null);

function kept(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem("marsad.language");
  if (asked === "ar" || asked === "en") return asked;
  return navigator.language.startsWith("ar") ? "ar" : "en";
}

export function speechOf(language: Language, switchTo: (language: Language) => void): Speech {
  const dictionary: Record<string, string> = words[language];
  const locale = language === "ar" ? "ar-u-nu-latn" : "en-GB";
  const numbers = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const figures = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 3 });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const day = (iso: string | null) => {
    if (!iso) return "—";
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : days.format(date);
  };
  const range = (low: number, high: number | null) => {
    if (high === null) return language === "ar" ? `${numbers.format(low)} فأكثر` : `${numbers.format(low)} or more`;
    if (low === high) return numbers.format(low);
    return language === "ar"
      ? `بين ${numbers.format(low)} و${numbers.format(high)}`
      : `${numbers.format(low)} to ${numbers.format(high)}`;
  };
  return {
    language,
    t: (word) => words[language][word],
    maybe: (word) => dictionary[word] ?? word,
    number: (value) => numbers.format(value),
    range,
    share: (value) => shares.format(value),
    figure: (value) => (value === null ? "—" : figures.format(value)),
    day,
    moment: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : moments.format(new Date(iso))),
    list: (things) => things.join(language === "ar" ? "، " : ", "),
    span: (from, to) => (!to || from === to ? day(from) : `${day(from)} ${language === "ar" ? "إلى" : "to"} ${day(to)}`),
    switchTo,
  };
}

export function Speaking({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  useEffect(() => {
    localStorage.setItem("marsad.language", language);
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    document.title = words[language].app;
  }, [language]);
  const speech = useMemo(() => speechOf(language, setLanguage), [language]);
  return <Context value={speech}>{children}</Context>;
}

export function useSpeech(): Speech {
  const speech = useContext(Context);
  if (!speech) throw new Error("useSpeech stands outside of Speaking");
  return speech;
}
