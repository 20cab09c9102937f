// Who is here, what they may do, and the names of the event types.
import { createContext, useContext } from "react";
import type { Session } from "./types";
import type { Speech } from "./i18n/i18n";

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession stands outside of a session");
  return session;
}

/** The name of an event type in the language of the page. */
export function useTypeName(speech: Speech): (id: string) => string {
  const { types } = useSession();
  return (id) => {
    const found = types.find((each) => each.id === id);
    return found ? found[speech.language] : id;
  };
}

export const mayReview = (session: Session): boolean => session.role !== "viewer";
export const mayAdd = (session: Session): boolean => session.role === "editor" || session.role === "admin";
export const mayTakeAll = mayAdd;
