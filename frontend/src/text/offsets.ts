// Marsad counts Unicode code points; a browser counts UTF-16 units. These turn one into the other and back.

/** For every code point of the text the index of its first UTF-16 unit, and the length at the end. */
export function unitIndex(text: string): Uint32Array {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    starts.push(at);
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
  }
  starts.push(text.length);
  return Uint32Array.from(starts);
}

/** The UTF-16 index of a code point offset; offsets past the end stand at the end. */
export function toUnits(index: Uint32Array, offset: number): number {
  const last = index.length - 1;
  return index[Math.max(0, Math.min(offset, last))] ?? 0;
}

/** The code point offset of a UTF-16 index: the code point that holds it. */
export function toPoints(index: Uint32Array, unit: number): number {
  let low = 0;
  let high = index.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index[middle] ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whole characters as a reader sees them: a selection never begins or ends inside a letter with its marks. */
export function snapped(text: string, start: number, end: number): [number, number] {
  if (!("Segmenter" in Intl)) return [start, end];
  let from = start;
  let to = end;
  for (const part of new Intl.Segmenter("ar", { granularity: "grapheme" }).segment(text)) {
    const stop = part.index + part.segment.length;
    if (part.index < start && start < stop) from = part.index;
    if (part.index < end && end < stop) to = stop;
    if (part.index > end) break;
  }
  return [from, to];
}
