// One key for each act of review: matched by the place of the key, so that an Arabic keyboard works; rebindable.
import { useEffect, useState } from "react";

export const ACTS = ["accept", "reject", "edit", "next", "previous", "undo", "comment", "same", "different"] as const;
export type Act = (typeof ACTS)[number];
export type Keys = Record<Act, string>;

const FIRST: Keys = {
  accept: "KeyA", reject: "KeyR", edit: "KeyE", next: "KeyJ", previous: "KeyK", undo: "KeyU", comment: "KeyC",
  same: "KeyS", different: "KeyD",
};
const KEPT = "marsad.keys";

export function keptKeys(): { keys: Keys; isOn: boolean } {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as { keys?: Partial<Keys>; isOn?: boolean };
    return { keys: { ...FIRST, ...kept.keys }, isOn: kept.isOn ?? true };
  } catch {
    return { keys: FIRST, isOn: true };
  }
}

export const keyName = (code: string) => code.replace(/^(Key|Digit)/, "");

export function useKeys(acts: Partial<Record<Act, () => void>>): {
  keys: Keys;
  isOn: boolean;
  bind: (act: Act, code: string) => void;
  turn: (isOn: boolean) => void;
} {
  const [kept, setKept] = useState(keptKeys);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement;
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable;
      if (!kept.isOn || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = ACTS.find((each) => kept.keys[each] === event.code);
      const does = act && acts[act];
      if (does) {
        event.preventDefault();
        does();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  const keep = (next: { keys: Keys; isOn: boolean }) => {
    localStorage.setItem(KEPT, JSON.stringify(next));
    setKept(next);
  };
  return {
    ...kept,
    bind: (act, code) => keep({ ...kept, keys: { ...kept.keys, [act]: code } }),
    turn: (isOn) => keep({ ...kept, isOn }),
  };
}
