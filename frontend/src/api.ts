// One door to the server: typed answers, one error with the server's own sentence.
import type { Added, Agreement, BriefIssue, Brought, ControlPlace, EventFull, EventPage, LogRecord, NameRow, Note, Overview, Queue, ReportFull, ReportHead, SavedView, Session, Told } from "./types";

export class ServerSays extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Why nothing could be read, where that is what the server says. */
    readonly issues: readonly BriefIssue[] = [],
  ) {
    super(message);
  }
}

let csrf = "";

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set("Accept", "application/json");
  if (init.body && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
  if (init.method && init.method !== "GET") headers.set("X-Marsad-Csrf", csrf);
  const answer = await fetch(`/api${path}`, { ...init, headers, credentials: "same-origin" });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new ServerSays(answer.status, sentence(body) ?? `${answer.status} ${answer.statusText}`, issuesOf(body));
  return body as T;
}

function sentence(body: unknown): string | null {
  if (typeof body === "object" && body !== null && "detail" in body) {
    const detail = (body as { detail: unknown }).detail;
    return typeof detail === "string" ? detail : JSON.stringify(detail);
  }
  return null;
}

function issuesOf(body: unknown): BriefIssue[] {
  return typeof body === "object" && body !== null && "issues" in body ? (body as { issues: BriefIssue[] }).issues : [];
}

const put = <T>(path: string, body: unknown) => ask<T>(path, { method: "PUT", body: JSON.stringify(body) });
const post = <T>(path: string, body: unknown) => ask<T>(path, { method: "POST", body: JSON.stringify(body) });

/** A file that the server makes, with the name it gives. */
async function file(path: string): Promise<{ name: string; body: Blob }> {
  const answer = await fetch(`/api${path}`, { method: "POST", headers: { "X-Marsad-Csrf": csrf }, credentials: "same-origin" });
  if (!answer.ok) throw new ServerSays(answer.status, sentence(await answer.json().catch(() => null)) ?? answer.statusText);
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "marsad";
  return { name, body: await answer.blob() };
}

export const api = {
  async session(): Promise<Session> {
    const found = await ask<Session>("/session");
    csrf = found.csrf;
    return found;
  },
  login: (name: string, password: string) => post<{ csrf: string }>("/session", { name, password }),
  logout: () => ask<null>("/session", { method: "DELETE" }),
  names: (version: string) => ask<NameRow[]>(`/names?version=${encodeURIComponent(version)}`),
  overview: (query: string) => ask<Overview>(`/overview?${query}`),
  events: (query: string) => ask<EventPage>(`/events?${query}`),
  event: (id: string) => ask<EventFull>(`/events/${encodeURIComponent(id)}`),
  reports: (query: string) => ask<{ reports: ReportHead[]; after: number | null }>(`/reports?${query}`),
  report: (id: string) => ask<ReportFull>(`/reports/${encodeURIComponent(id)}`),
  queue: (query: string) => ask<Queue>(`/review?${query}`),
  claim: (id: string) => ask<Told>(`/claims/${encodeURIComponent(id)}`),
  notes: (claim: string) => ask<Note[]>(`/claims/${encodeURIComponent(claim)}/judgements`),
  judge: (note: { kind: string; claim: string; other?: string; field?: string; value?: unknown; comment?: string }) =>
    post<Note>("/judgements", note),
  add: (text: string, published: string | null, outlet: string | null, title: string | null) =>
    post<Added>("/reports", { text, published, outlet, title }),
  addAddress: (url: string, published: string | null, outlet: string | null) => post<Brought>("/addresses", { url, published, outlet }),
  addFile: (file: File, published: string | null, outlet: string | null) => {
    const about = new URLSearchParams({ name: file.name, ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) });
    return ask<Brought>(`/files?${about}`, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
  },
  saveKeys: (keys: Record<string, string>, is_on: boolean) => put<unknown>("/keys", { keys, is_on }),
  views: () => ask<SavedView[]>("/views"),
  saveView: (name: string, to: string, is_shared: boolean) => put<SavedView>("/views", { name, to, is_shared }),
  forgetView: (name: string) => ask<null>(`/views/${encodeURIComponent(name)}`, { method: "DELETE" }),
  control: (query: string) => ask<ControlPlace[]>(`/control?${query}`),
  exported: (query: string) => file(`/export?${query}`),
  agreement: () => ask<Agreement>("/agreement"),
  log: (after: number) => ask<LogRecord[]>(`/log?after=${after}`),
};
