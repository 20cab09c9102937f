// One key for each act of review: matched by the place of the key, so that an Arabic keyboard works; kept per person.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { api } from "./api";

export const ACTS = ["accept", "reject", "edit", "next", "previous", "undo", "comment", "same", "different"] as const;
export type Act = (typeof ACTS)[number];
export type Keys = Record<Act, string>;
export interface Bound {
  keys: Keys;
  isOn: boolean;
}

export const FIRST: Bound = {
  keys: {
    accept: "KeyA", reject: "KeyR", edit: "KeyE", next: "KeyJ", previous: "KeyK", undo: "KeyU", comment: "KeyC",
    same: "KeyS", different: "KeyD",
  },
  isOn: true,
};

let bound = FIRST;
const listeners = new Set<() => void>();
const set = (next: Bound) => {
  bound = next;
  listeners.forEach((listener) => listener());
};
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Take over the keys that the server kept for this person. */
export function takeKeys(kept: { keys: Record<string, string>; is_on: boolean } | null): void {
  set(kept ? { keys: { ...FIRST.keys, ...kept.keys }, isOn: kept.is_on } : FIRST);
}

/** The keys now; what changes them keeps them with the person, on the server. */
export function useBound(): [Bound, (next: Bound) => Promise<void>] {
  const now = useSyncExternalStore(listen, () => bound);
  const keep = async (next: Bound) => {
    await api.saveKeys(next.keys, next.isOn);
    set(next);
  };
  return [now, keep];
}

export const keyName = (code: string) => code.replace(/^(Key|Digit)/, "");

/** Acts that share a key with an act before them: only the first would be done. */
export const doubled = (keys: Keys): Act[] => ACTS.filter((act, at) => ACTS.slice(0, at).some((other) => keys[other] === keys[act]));

export function useKeys(acts: Partial<Record<Act, () => void>>): Bound {
  const [now] = useBound();
  // What a key does follows what is on the screen at once: an effect that runs after painting would act on the claim before.
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement;
      const isTyping = at instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable);
      const isAsked = document.querySelector("dialog[open]") !== null;
      if (!now.isOn || isTyping || isAsked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = ACTS.find((each) => now.keys[each] === event.code);
      const does = act && latest.current[act];
      if (does) {
        event.preventDefault();
        does();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [now]);
  return now;
}
