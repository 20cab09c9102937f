// Where the reader is, in the address bar: every view can be shared, saved, and gone back to.
import { useCallback, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from "react";

const changed = new Set<() => void>();
const tell = () => changed.forEach((listener) => listener());
window.addEventListener("popstate", tell);

function listen(listener: () => void): () => void {
  changed.add(listener);
  return () => changed.delete(listener);
}

const address = () => location.pathname + location.search;

export function go(to: string, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  tell();
  if (!replace) window.scrollTo(0, 0);
}

export function useRoute(): { path: string; query: URLSearchParams } {
  const now = useSyncExternalStore(listen, address);
  const url = new URL(now, location.origin);
  return { path: url.pathname, query: url.searchParams };
}

/** The filters of the page, and how to change some of them. */
export function useQuery(): [URLSearchParams, (change: Record<string, string | null>, replace?: boolean) => void] {
  const { path, query } = useRoute();
  const text = query.toString();
  const change = useCallback(
    (wanted: Record<string, string | null>, replace = true) => {
      const next = new URLSearchParams(text);
      for (const [name, value] of Object.entries(wanted)) {
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
      }
      const rest = next.toString();
      go(rest ? `${path}?${rest}` : path, replace);
    },
    [path, text],
  );
  return [query, change];
}

export function Link({ to, onClick, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return <a href={to} onClick={follow} {...rest} />;
}
