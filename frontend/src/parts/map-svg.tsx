// The map drawn as SVG: works without a GPU and without a network, and is the map that prints.
import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type WheelEvent } from "react";
import { useSpeech } from "../i18n/i18n";
import { fitting, HEIGHT, land, MANY, MOST_ZOOM, reach, STEP, WIDTH, type Land, type MapProps, type View } from "./map-base";
import { CanvasPoints, nearest, SvgPoints, type Dot } from "./map-points";

const project = (view: View): GeoProjection =>
  geoMercator().scale(view.scale).center(view.center).translate([WIDTH / 2, HEIGHT / 2]);

export function SvgMap({ points, chosen, onChoose }: MapProps) {
  const { t } = useSpeech();
  const first = useMemo(() => fitting(points), [points]);
  const [view, setView] = useState(first);
  const [base, setBase] = useState<Land | null>(null);
  const moving = useRef<HTMLDivElement>(null);
  const grip = useRef<{ x: number; y: number; dx: number; dy: number } | null>(null);
  useEffect(() => setView(first), [first]);
  useEffect(() => {
    let isHere = true;
    land().then((found) => isHere && setBase(found), () => undefined);
    return () => {
      isHere = false;
    };
  }, []);
  const projection = useMemo(() => project(view), [view]);
  const drawn = useMemo(() => {
    if (!base) return null;
    const path = geoPath(projection.clipExtent([[-WIDTH, -HEIGHT], [2 * WIDTH, 2 * HEIGHT]]));
    return { land: path(base.shapes) ?? "", borders: path(base.borders) ?? "" };
  }, [base, projection]);
  const dots: Dot[] = useMemo(() => {
    const free = project(view);
    return points.flatMap((point) => {
      const at = free([point.lon, point.lat]);
      const around = reach(point) * view.scale;
      const isNear = at && at[0] > -WIDTH && at[0] < 2 * WIDTH && at[1] > -HEIGHT && at[1] < 2 * HEIGHT;
      return isNear ? [{ point, x: at[0], y: at[1], around }] : [];
    });
  }, [points, view]);

  const zoom = (factor: number) =>
    setView((old) => ({ ...old, scale: Math.max(120, Math.min(MOST_ZOOM * 100, old.scale * factor)) }));
  const shift = (dx: number, dy: number) =>
    setView((old) => {
      const center = project(old).invert?.([WIDTH / 2 - dx, HEIGHT / 2 - dy]);
      return center ? { ...old, center: center as [number, number] } : old;
    });
  const isMany = dots.length > MANY;
  const unit = (frame: HTMLElement) => WIDTH / frame.getBoundingClientRect().width;
  /** The point under the pointer, where points are no elements. */
  const under = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const by = WIDTH / box.width;
    return nearest(dots, (event.clientX - box.x) * by, (event.clientY - box.y) * by);
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button) return;
    grip.current = { x: event.clientX, y: event.clientY, dx: 0, dy: 0 };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const held = grip.current;
    if (!held && isMany) event.currentTarget.title = under(event)?.point.name ?? "";
    if (!held || !moving.current) return;
    held.dx = event.clientX - held.x;
    held.dy = event.clientY - held.y;
    if (Math.abs(held.dx) + Math.abs(held.dy) > 4) event.currentTarget.setPointerCapture(event.pointerId);
    moving.current.style.transform = `translate(${held.dx}px, ${held.dy}px)`;
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    const held = grip.current;
    grip.current = null;
    if (!held || !moving.current) return;
    moving.current.style.transform = "";
    const by = unit(event.currentTarget);
    if (Math.abs(held.dx) + Math.abs(held.dy) > 4) shift(held.dx * by, held.dy * by);
    else if (isMany && event.type === "pointerup") {
      const meant = under(event);
      if (meant) onChoose?.(meant.point.id);
    }
  };
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) zoom(event.deltaY < 0 ? STEP : 1 / STEP);
  };
  const key = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => shift(60, 0), ArrowRight: () => shift(-60, 0), ArrowUp: () => shift(0, 60),
      ArrowDown: () => shift(0, -60), "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP),
      "0": () => setView(first),
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
        <button onClick={() => zoom(STEP)} aria-label={t("zoomIn")}>+</button>
        <button onClick={() => zoom(1 / STEP)} aria-label={t("zoomOut")}>−</button>
        <button onClick={() => setView(first)}>{t("reset")}</button>
      </div>
      <div
        className="map-frame" role="application" tabIndex={0} aria-label={`${t("map")}. ${t("mapHelp")}`} dir="ltr"
        onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerLeave={up} onWheel={wheel} onKeyDown={key}
      >
        <div ref={moving} className="map-moving">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <rect className="sea" x={-WIDTH} y={-HEIGHT} width={3 * WIDTH} height={3 * HEIGHT} />
            {drawn && <path className="land" d={drawn.land} />}
            {drawn && <path className="borders" d={drawn.borders} />}
            {!isMany && <SvgPoints dots={dots} chosen={chosen ?? null} onChoose={onChoose} />}
          </svg>
          {isMany && <CanvasPoints dots={dots} chosen={chosen ?? null} width={WIDTH} height={HEIGHT} />}
        </div>
      </div>
    </>
  );
}
