// What both maps are drawn from: the outlines that come with the package, and the view that shows all points.
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json?url";
import type { Point } from "../types";

export interface Pin extends Point {
  radius_km?: number | null;
}
export interface MapProps {
  points: readonly Pin[];
  chosen?: string | null;
  onChoose?: (id: string) => void;
}
export interface Land {
  shapes: GeoJSON.FeatureCollection;
  borders: GeoJSON.MultiLineString;
}
/** A view: pixels of a radian, on a map so wide and high, and what stands in its middle. */
export interface View {
  scale: number;
  center: [number, number];
}

export const WIDTH = 720;
export const HEIGHT = 460;
export const STEP = 1.6;
export const MOST_ZOOM = 4000;
// However near its points lie, the map shows so much land around them.
const LEAST_DEGREES = 3;
// How far from its point a place may be, where the gazetteer does not say, by ACLED's geo_precision.
const RADIUS_KM: Record<number, number> = { 1: 1, 2: 10, 3: 50 };
const KM_PER_RADIAN = 6371;
// From so many points on, elements of their own are too slow to move without a GPU (bench/desk_map.py), and radii hide the rest.
export const MANY = 1500;
// So few points have their names written beside them.
export const FEW = 8;
export const RADIUS = 5;
// Grades that have a colour of their own; the others have that of the desk.
export const COLOURS: Record<string, string> = { contested: "#b3361e", weak: "#7d868c", discounted: "#7d868c" };

let landOnce: Promise<Land> | undefined;
export function land(): Promise<Land> {
  landOnce ??= fetch(atlas)
    .then((answer) => answer.json() as Promise<Topology<{ countries: GeometryCollection }>>)
    .then((world) => ({
      shapes: feature(world, world.objects.countries) as GeoJSON.FeatureCollection,
      borders: mesh(world, world.objects.countries, (one, other) => one !== other),
    }));
  return landOnce;
}

/** How far a place may be from its point, in radians of the map at its latitude. */
export function reach(point: Pin): number {
  const km = point.radius_km ?? RADIUS_KM[point.precision ?? 0] ?? 25;
  return km / KM_PER_RADIAN / Math.cos((point.lat * Math.PI) / 180);
}

export function fitting(points: readonly Pin[]): View {
  if (!points.length) return { scale: 900, center: [38, 31] };
  const lons = points.map((point) => point.lon).sort((one, other) => one - other);
  const lats = points.map((point) => point.lat).sort((one, other) => one - other);
  const cut = Math.floor(points.length * 0.02);
  const [west, east] = [lons[cut] ?? 0, lons[lons.length - 1 - cut] ?? 0];
  const [south, north] = [lats[cut] ?? 0, lats[lats.length - 1 - cut] ?? 0];
  const wide = Math.max(east - west, LEAST_DEGREES);
  const high = Math.max(north - south, LEAST_DEGREES / 2);
  const scale = Math.min((WIDTH * 0.8) / ((wide * Math.PI) / 180), (HEIGHT * 0.7) / ((high * Math.PI) / 180));
  return { scale: Math.min(scale, MOST_ZOOM * 10), center: [(west + east) / 2, (south + north) / 2] };
}
