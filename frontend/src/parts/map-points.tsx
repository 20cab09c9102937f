// The points of the map: few as SVG with their names and radius, many on one canvas that is drawn once and then only moved.
import { memo, useEffect, useRef } from "react";
import { COLOURS, FEW, RADIUS, type Pin } from "./map-base";

export interface Dot {
  point: Pin;
  x: number;
  y: number;
  around: number;
}

// A click so near to a point means it, in units of the map.
const NEAR = 9;

/** The points whose names can be written without touching another: the rest is named by its tooltip. */
function apart(dots: readonly Dot[]): Set<string> {
  const kept: { x: number; y: number; wide: number }[] = [];
  const found = new Set<string>();
  for (const { point, x, y } of dots) {
    if (!point.name) continue;
    const wide = 9 + point.name.length * 6.5;
    const touches = kept.some((other) => Math.abs(other.y - y) < 13 && x < other.x + other.wide && other.x < x + wide);
    if (touches) continue;
    kept.push({ x, y, wide });
    found.add(point.id);
  }
  return found;
}

export const SvgPoints = memo(function SvgPoints({ dots, chosen, onChoose }: {
  dots: readonly Dot[];
  chosen: string | null;
  onChoose: ((id: string) => void) | undefined;
}) {
  const named = dots.length <= FEW ? apart(dots) : new Set<string>();
  return dots.map(({ point, x, y, around }) => (
    <g key={point.id} className={`dot grade-${point.grade}${chosen === point.id ? " chosen" : ""}`}>
      {around > RADIUS && <circle className="around" cx={x} cy={y} r={around} />}
      <circle cx={x} cy={y} r={chosen === point.id ? 8 : RADIUS} onClick={() => onChoose?.(point.id)}>
        <title>{point.name ?? point.type}</title>
      </circle>
      {named.has(point.id) && <text x={x + 9} y={y + 4}>{point.name}</text>}
    </g>
  ));
});

/** Points on a canvas twice as wide and high as the map, so that dragging it half away shows no edge. */
export const CanvasPoints = memo(function CanvasPoints({ dots, chosen, width, height }: {
  dots: readonly Dot[];
  chosen: string | null;
  width: number;
  height: number;
}) {
  const holder = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = holder.current;
    const brush = canvas?.getContext("2d");
    if (!canvas || !brush) return;
    const fine = Math.min(2, window.devicePixelRatio || 1);
    canvas.width = 2 * width * fine;
    canvas.height = 2 * height * fine;
    brush.setTransform(fine, 0, 0, fine, (width / 2) * fine, (height / 2) * fine);
    const accent = getComputedStyle(canvas).color;
    brush.globalAlpha = 0.75;
    for (const grade of new Set(dots.map((dot) => dot.point.grade))) {
      brush.fillStyle = COLOURS[grade] ?? accent;
      brush.beginPath();
      for (const { point, x, y } of dots) {
        if (point.grade !== grade) continue;
        const radius = point.id === chosen ? 8 : RADIUS - 1;
        brush.moveTo(x + radius, y);
        brush.arc(x, y, radius, 0, 2 * Math.PI);
      }
      brush.fill("nonzero");
    }
  }, [dots, chosen, width, height]);
  return <canvas ref={holder} className="points" aria-hidden="true" />;
});

/** The point that is meant by a place on the map. */
export function nearest(dots: readonly Dot[], x: number, y: number): Dot | null {
  let found: Dot | null = null;
  let best = NEAR * NEAR;
  for (const dot of dots) {
    const far = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (far <= best) [found, best] = [dot, far];
  }
  return found;
}
