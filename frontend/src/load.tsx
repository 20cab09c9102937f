// Waiting for the server: a state while it answers, a sentence when it cannot.
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { ServerSays } from "./api";
import { useSpeech } from "./i18n/i18n";

export interface Loaded<T> {
  value: T | null;
  error: Error | null;
  again: () => void;
}

/** What a question answers; the last answer stays until the next one is there. */
export function useLoaded<T>(key: string, question: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; error: Error | null }>({ value: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    question().then(
      (value) => isCurrent && setState({ value, error: null }),
      (error: unknown) => isCurrent && setState((old) => ({ ...old, error: error as Error })),
    );
    return () => {
      isCurrent = false;
    };
    // The key says what is asked; the question itself is made anew on every render.
  }, [key, turn]);
  const again = useCallback(() => setTurn((old) => old + 1), []);
  return { ...state, again };
}

/** What was joined to another, taken away, or never was: to try again is of no use. */
function isNotThere(error: Error): boolean {
  return error instanceof ServerSays && (error.status === 404 || error.status === 410);
}

export function Waiting<T>({ on, children }: { on: Loaded<T>; children: (value: T) => ReactNode }) {
  const { t } = useSpeech();
  return (
    <>
      {on.error && (
        <div role="alert" className="failed">
          {isNotThere(on.error) ? t("notThere") : t("failed")} <bdi lang="en" dir="ltr">{on.error.message}</bdi>{" "}
          {!isNotThere(on.error) && <button onClick={on.again}>{t("retry")}</button>}
        </div>
      )}
      {on.value !== null ? children(on.value) : !on.error && <p aria-live="polite">{t("loading")}</p>}
    </>
  );
}
