// The map: drawn as SVG, or by the GPU where there is one and the reader wants it so. The table says the same in words.
import { Component, lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useSpeech } from "../i18n/i18n";
import { hasGpu } from "./gpu";
import { SvgMap } from "./map-svg";
import type { MapProps, Pin } from "./map-base";

export type { Pin };

// A chunk of its own: what has no GPU never asks for it.
const GlMap = lazy(() => import("./map-gl"));
const KEPT = "marsad.map";
type Way = "svg" | "gl";

/** How the map is to be drawn; ?map=gl asks for the GPU's also where a program stands in for one. */
function wanted(): { way: Way; isOffered: boolean } {
  const asked = new URLSearchParams(location.search).get("map");
  const isOffered = asked === "gl" || hasGpu();
  const kept = asked ?? localStorage.getItem(KEPT);
  return { way: isOffered && kept !== "svg" ? "gl" : "svg", isOffered };
}

export function EventMap({ unplaced, ...shown }: MapProps & { unplaced?: number }) {
  const { t, number } = useSpeech();
  const [{ way, isOffered }, setWay] = useState<{ way: Way; isOffered: boolean }>({ way: "svg", isOffered: false });
  const isPrinting = usePrinting();
  // The page stands before the GPU is looked for.
  useEffect(() => setWay(wanted()), []);
  const change = () => {
    const other = way === "gl" ? "svg" : "gl";
    localStorage.setItem(KEPT, other);
    setWay({ way: other, isOffered });
  };
  const simple = <SvgMap {...shown} />;
  return (
    <figure className="map" data-points={shown.points.length} data-way={way}>
      {way === "gl" && !isPrinting
        ? <Fallback instead={simple}><Suspense fallback={simple}><GlMap {...shown} /></Suspense></Fallback>
        : simple}
      <figcaption>
        {unplaced ? `${number(unplaced)} ${t("unplaced")}. ` : ""}
        {t("boundaries")} {isOffered && <button className="plain" onClick={change}>{t(way === "gl" ? "mapSimple" : "mapFast")}</button>}
      </figcaption>
    </figure>
  );
}

/** Whether the page is being printed: paper gets the map that is drawn as SVG. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}

/** What stands in where the GPU refuses: a driver that fails, a chunk that cannot be had. */
class Fallback extends Component<{ instead: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override render = () => (this.state.hasFailed ? this.props.instead : this.props.children);
}
