// Highlights drawn by the browser over one untouched text node, so that Arabic letters stay joined.
import { toUnits, unitIndex } from "./offsets";
import { ROLES, type Marked, type Role } from "./roles";

export interface Fault {
  role: Role;
  expected: string;
  found: string;
}

/** Whether this browser can colour ranges without touching the text. */
export const canHighlight = (): boolean => typeof Highlight !== "undefined" && "highlights" in CSS;

/** The range of code points start to end in a text node. */
export function rangeOf(node: Text, index: Uint32Array, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, toUnits(index, start));
  range.setEnd(node, toUnits(index, end));
  return range;
}

/** Colour the words of a claim and of all others; says where the words are not those that were stored. */
export function paint(node: Text, chosen: readonly Marked[], others: readonly Marked[]): Fault[] {
  clear();
  const index = unitIndex(node.data);
  const faults: Fault[] = [];
  const draw = (name: string, marks: readonly Marked[], priority: number) => {
    const ranges = marks.flatMap(({ role, span }) => {
      const range = rangeOf(node, index, span.start, span.end);
      if (range.toString() === span.text) return [range];
      faults.push({ role, expected: span.text, found: range.toString() });
      return [];
    });
    if (!ranges.length || !canHighlight()) return;
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  };
  draw("marsad-other", others, 0);
  for (const role of ROLES) draw(`marsad-${role}`, chosen.filter((mark) => mark.role === role), role === "trigger" ? 2 : 1);
  return faults;
}

/** Take all colours away. */
export function clear(): void {
  if (!canHighlight()) return;
  for (const name of ["other", ...ROLES]) CSS.highlights.delete(`marsad-${name}`);
}

/** The first of these spans under a point of the screen, the narrowest first. */
export function spanAt(node: Text, marks: readonly Marked[], x: number, y: number): Marked | null {
  const index = unitIndex(node.data);
  const narrow = [...marks].sort((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start));
  for (const mark of narrow) {
    for (const box of rangeOf(node, index, mark.span.start, mark.span.end).getClientRects())
      if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return mark;
  }
  return null;
}
