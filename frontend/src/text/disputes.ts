// What an event says of a contradiction, taken apart, so that it can be said in the language of the page.

export type Dispute =
  | { kind: "toll"; what: string; whom: string; one: string[]; low: string; other: string[]; high: string }
  | { kind: "happened"; what: string; one: string[]; other: string[] }
  | { kind: "changed"; one: string[]; other: string[] }
  | { kind: "named"; what: string; one: string[]; first: string; other: string[]; second: string }
  | { kind: "place"; what: string; one: string[]; first: string; other: string[]; second: string };

const RANGE = String.raw`(\d+(?: or more| to \d+)?)`;
const TOLL = new RegExp(`^(\\w+) \\((.+?)\\): (.+) says ${RANGE}, (.+) says ${RANGE}$`);
const HAPPENED = /^(\w+): (.+) say so, (.+) deny it$/;
const CHANGED = /^control: (.+) say it changed, (.+) deny it$/;
const NAMED = /^(\w+): (.+) name (\S+), (.+) name (\S+)$/;
const PLACE = /^(\w+): (.+) say at (.+), (.+) say at (.+)$/;

const each = (names: string | undefined) => (names ?? "").split(" and ");

/** The sentence of marsad/events/disputes.py in parts; null where it is another. */
export function dispute(says: string): Dispute | null {
  let found = TOLL.exec(says);
  if (found) return { kind: "toll", what: found[1]!, whom: found[2]!, one: [found[3]!], low: found[4]!, other: [found[5]!], high: found[6]! };
  found = CHANGED.exec(says);
  if (found) return { kind: "changed", one: each(found[1]), other: each(found[2]) };
  found = HAPPENED.exec(says);
  if (found) return { kind: "happened", what: found[1]!, one: each(found[2]), other: each(found[3]) };
  found = PLACE.exec(says);
  if (found) return { kind: "place", what: found[1]!, one: each(found[2]), first: found[3]!, other: each(found[4]), second: found[5]! };
  found = NAMED.exec(says);
  if (found) return { kind: "named", what: found[1]!, one: each(found[2]), first: found[3]!, other: each(found[4]), second: found[5]! };
  return null;
}

/** The bounds of a range as it is written there. */
export function bounds(range: string): [number, number | null] {
  const [low, high] = range.split(/ to | or /);
  return [Number(low), high === undefined ? Number(low) : high === "more" ? null : Number(high)];
}
