// The map drawn by the GPU: MapLibre over the same outlines and points, with nothing from another host.
import { Map as GlobalMap, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource, type StyleSpecification } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type WheelEvent } from "react";
import { useSpeech } from "../i18n/i18n";
import { COLOURS, FEW, fitting, land, MANY, RADIUS, reach, WIDTH, type Land, type MapProps, type Pin } from "./map-base";

setWorkerUrl(worker);

const TILE = 512;
const DEEPEST = 24;
const FONT = "Plex";
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The colours of the page as it is now, light or dark. */
function colours(): Record<"sea" | "land" | "border" | "accent" | "ink" | "contested", string> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { sea: of("sea"), land: of("land"), border: of("border"), accent: of("accent"), ink: of("ink"), contested: of("contested") };
}

/** Points with what they are drawn by; reach is the radius in pixels of the whole world at zoom 0. */
function features(points: readonly Pin[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: points.map((point) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [point.lon, point.lat] },
      properties: { id: point.id, grade: point.grade, name: point.name ?? point.type, reach: (reach(point) * TILE) / (2 * Math.PI) },
    })),
  };
}

const chosenIs = (chosen: string | null): ExpressionSpecification => ["==", ["get", "id"], chosen ?? ""];
const byGrade = ({ accent, contested }: { accent: string; contested: string }): ExpressionSpecification =>
  ["match", ["get", "grade"], ...Object.entries({ ...COLOURS, contested }).flat(), accent] as unknown as ExpressionSpecification;
const radius = (chosen: string | null): ExpressionSpecification => ["case", chosenIs(chosen), 8, RADIUS];
/** As wide as the place is uncertain, at every zoom. */
const AROUND: ExpressionSpecification =
  ["interpolate", ["exponential", 2], ["zoom"], 0, ["get", "reach"], DEEPEST, ["*", ["get", "reach"], 2 ** DEEPEST]];

function styleOf(base: Land, points: readonly Pin[], chosen: string | null): StyleSpecification {
  const { sea, land: ground, border, accent, ink, contested } = colours();
  const borders: GeoJSON.Feature = { type: "Feature", geometry: base.borders, properties: {} };
  const colour = byGrade({ accent, contested });
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: base.shapes, tolerance: 0.2 },
      borders: { type: "geojson", data: borders, tolerance: 0.2 },
      points: { type: "geojson", data: features(points) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ground } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": border, "line-width": 1 } },
      {
        id: "around", type: "circle", source: "points", layout: { visibility: points.length > MANY ? "none" : "visible" },
        paint: { "circle-radius": AROUND, "circle-color": accent, "circle-opacity": 0.08, "circle-stroke-color": accent, "circle-stroke-width": 1, "circle-stroke-opacity": 0.5 },
      },
      {
        id: "points", type: "circle", source: "points",
        paint: { "circle-radius": radius(chosen), "circle-color": colour, "circle-opacity": 0.8, "circle-stroke-color": ink, "circle-stroke-width": ["case", chosenIs(chosen), 2, 0] },
      },
      {
        id: "names", type: "symbol", source: "points", layout: {
          visibility: points.length > FEW ? "none" : "visible", "text-field": ["get", "name"], "text-font": [FONT], "text-size": 12,
          "text-anchor": "left", "text-offset": [0.8, 0],
        },
        paint: { "text-color": ink, "text-halo-color": ground, "text-halo-width": 1.5 },
      },
    ],
  };
}

const zoomOf = (scale: number, wide: number) => Math.log2((2 * Math.PI * scale * (wide / WIDTH)) / TILE);

export default function GlMap({ points, chosen = null, onChoose }: MapProps) {
  const { t } = useSpeech();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<GlobalMap | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const first = useMemo(() => fitting(points), [points]);
  const now = useRef({ points, chosen, onChoose });
  now.current = { points, chosen, onChoose };
  const whole = (on: GlobalMap | null) => on?.jumpTo({ center: first.center, zoom: zoomOf(first.scale, on.getContainer().clientWidth) });
  useEffect(() => {
    let made: GlobalMap | null = null;
    const ready = Promise.all([land(), document.fonts.load(`12px ${FONT}`, "مرصد Marsad")]);
    ready.then(([base]) => {
      if (!holder.current) return;
      made = opened(holder.current, base, now.current.points, now.current.chosen, (id) => now.current.onChoose?.(id));
      setMap(made);
    }).catch((error: unknown) => setFault(error as Error));
    return () => made?.remove();
  }, []);
  useEffect(() => void whole(map), [map, first]);
  useEffect(() => {
    if (!map) return;
    return whenStyled(map, () => {
      map.getSource<GeoJSONSource>("points")?.setData(features(points));
      map.setLayoutProperty("around", "visibility", points.length > MANY ? "none" : "visible");
      map.setLayoutProperty("names", "visibility", points.length > FEW ? "none" : "visible");
    });
  }, [map, points]);
  useEffect(() => {
    if (!map) return;
    return whenStyled(map, () => {
      map.setPaintProperty("points", "circle-radius", radius(chosen));
      map.setPaintProperty("points", "circle-stroke-width", ["case", chosenIs(chosen), 2, 0]);
    });
  }, [map, chosen]);
  useEffect(() => (map ? onTheme(() => recolour(map)) : undefined), [map]);
  // The map around this one draws what stands in.
  if (fault) throw fault;

  const glide = () => ({ duration: isStill() ? 0 : 200 });
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) map?.zoomTo(map.getZoom() + (event.deltaY < 0 ? 0.7 : -0.7), glide());
  };
  const key = (event: KeyboardEvent) => {
    const moves: Record<string, () => unknown> = {
      ArrowLeft: () => map?.panBy([-60, 0], glide()), ArrowRight: () => map?.panBy([60, 0], glide()),
      ArrowUp: () => map?.panBy([0, -60], glide()), ArrowDown: () => map?.panBy([0, 60], glide()),
      "+": () => map?.zoomIn(glide()), "=": () => map?.zoomIn(glide()), "-": () => map?.zoomOut(glide()), "0": () => whole(map),
    };
    const act = moves[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  return (
    <>
      <div className="map-tools">
        <button onClick={() => map?.zoomIn(glide())} aria-label={t("zoomIn")}>+</button>
        <button onClick={() => map?.zoomOut(glide())} aria-label={t("zoomOut")}>−</button>
        <button onClick={() => whole(map)}>{t("reset")}</button>
      </div>
      <div className="map-frame map-gl" role="application" tabIndex={0} aria-label={`${t("map")}. ${t("mapHelp")}`} dir="ltr"
        onWheel={wheel} onKeyDown={key} data-drawn={map ? "" : undefined}>
        <div ref={holder} className="map-canvas" aria-hidden="true" />
      </div>
    </>
  );
}

/** A map in an element, whose points can be chosen; keys and wheel are the frame's. */
function opened(holder: HTMLElement, base: Land, points: readonly Pin[], chosen: string | null, choose: (id: string) => void): GlobalMap {
  const map = new GlobalMap({
    container: holder, style: styleOf(base, points, chosen), attributionControl: false, keyboard: false, scrollZoom: false,
    doubleClickZoom: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false, maxZoom: 16,
    trackResize: true, fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().tabIndex = -1;
  const named = (event: { features?: { properties: Record<string, unknown> }[] }, what: string) => String(event.features?.[0]?.properties[what] ?? "");
  map.on("click", "points", (event) => choose(named(event, "id")));
  map.on("mousemove", "points", (event) => {
    holder.title = named(event, "name");
    map.getCanvas().style.cursor = "pointer";
  });
  map.on("mouseleave", "points", () => {
    holder.title = "";
    map.getCanvas().style.cursor = "";
  });
  return map;
}

/** Do something once the style is there; gives what calls it off. */
function whenStyled(map: GlobalMap, act: () => void): () => void {
  if (map.isStyleLoaded() || map.getLayer("points")) {
    act();
    return () => undefined;
  }
  map.once("styledata", act);
  return () => void map.off("styledata", act);
}

function recolour(map: GlobalMap): void {
  if (!map.getLayer("points")) return;
  const { sea, land: ground, border, accent, ink, contested } = colours();
  map.setPaintProperty("sea", "background-color", sea);
  map.setPaintProperty("land", "fill-color", ground);
  map.setPaintProperty("borders", "line-color", border);
  map.setPaintProperty("points", "circle-color", byGrade({ accent, contested }));
  map.setPaintProperty("points", "circle-stroke-color", ink);
  for (const part of ["circle-color", "circle-stroke-color"] as const) map.setPaintProperty("around", part, accent);
  map.setPaintProperty("names", "text-color", ink);
  map.setPaintProperty("names", "text-halo-color", ground);
}

/** Whenever light becomes dark or dark light. */
function onTheme(act: () => void): () => void {
  const seen = new MutationObserver(act);
  seen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", act);
  return () => {
    seen.disconnect();
    system.removeEventListener("change", act);
  };
}
