// What actors, sources and places are called in the language of the page: the neutral name of the register.
import { createContext, useContext, useMemo, type ReactNode } from "react";
import { api } from "./api";
import { useSpeech, type Language } from "./i18n/i18n";
import { useLoaded } from "./load";
import { useSession } from "./session";
import type { ActorMention, NameRow, PlaceMention } from "./types";

export interface Names {
  /** An actor, source or root claimant by its id or English name; what no register has stays as it is. */
  called: (name: string) => string;
  /** The same; what no register has stands in quotes, as it is the word of a report. */
  quoted: (name: string) => string;
  /** An actor or place as a list shows it. */
  of: (mention: ActorMention | PlaceMention) => string;
  /** The first of several, each once. */
  listed: (mentions: readonly (ActorMention | PlaceMention)[], most?: number) => string;
}

// Stands between words that name nobody and who quotes them (marsad/events/roots.py).
const QUOTED_BY = " · ";
const Context = createContext<ReadonlyMap<string, NameRow>>(new Map());

export function namesOf(rows: ReadonlyMap<string, NameRow>, language: Language): Names {
  const isArabic = language === "ar";
  const one = (name: string) => rows.get(name)?.[isArabic ? 2 : 1] ?? name;
  const called = (name: string) => name.split(QUOTED_BY).map(one).join(QUOTED_BY);
  const quoted = (name: string) => (name === "" || rows.has(name) ? called(name) : `«${name}»`);
  const of = (mention: ActorMention | PlaceMention) => {
    if (!isArabic) return mention.name ?? mention.text;
    if ("actor" in mention) return rows.get(mention.actor ?? "")?.[2] ?? mention.text;
    return mention.name_ar ?? mention.text;
  };
  const listed = (mentions: readonly (ActorMention | PlaceMention)[], most = 3) => {
    const names = [...new Set(mentions.map(of))];
    const shown = names.slice(0, most).join(isArabic ? "، " : ", ");
    return names.length > most ? `${shown} …` : shown;
  };
  return { called, quoted, of, listed };
}

/** The names, once they are there; until then everything is called as the reports do. */
export function Naming({ children }: { children: ReactNode }) {
  const { version } = useSession();
  const loaded = useLoaded(`names ${version}`, () => api.names(version));
  const rows = useMemo(() => {
    const found = new Map<string, NameRow>();
    for (const row of loaded.value ?? []) for (const key of [row[0], row[1]]) if (!found.has(key)) found.set(key, row);
    return found;
  }, [loaded.value]);
  return <Context value={rows}>{children}</Context>;
}

export function useNames(): Names {
  const rows = useContext(Context);
  const { language } = useSpeech();
  return useMemo(() => namesOf(rows, language), [rows, language]);
}
