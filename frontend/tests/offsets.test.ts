import { describe, expect, test } from "vitest";
import { snapped, toPoints, toUnits, unitIndex } from "../src/text/offsets";

const TEXT = "🔴 قُصِفَت دوما بـ٣ صواريخ Grad 😀 نهاية";

describe("offsets", () => {
  test("every code point has the unit it begins at", () => {
    const index = unitIndex(TEXT);
    const points = [...TEXT];
    expect(index.length).toBe(points.length + 1);
    points.forEach((point, at) => expect(TEXT.slice(toUnits(index, at), toUnits(index, at + 1))).toBe(point));
  });

  test("there and back is where it was", () => {
    const index = unitIndex(TEXT);
    for (let at = 0; at < index.length; at++) expect(toPoints(index, toUnits(index, at))).toBe(at);
  });

  test("a unit inside a pair belongs to its code point", () => {
    expect(toPoints(unitIndex(TEXT), 1)).toBe(0);
  });

  test("offsets past the end stand at the end", () => {
    expect(toUnits(unitIndex("ab"), 99)).toBe(2);
  });

  test("a selection takes the marks of its letters with it", () => {
    const word = "قُصِف";
    expect(snapped(word, 0, 1)).toEqual([0, 2]);
  });
});
