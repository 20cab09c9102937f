// What the server answers: the records of Marsad as JSON, and the lists the pages show.

export interface Span {
  text: string;
  start: number;
  end: number;
}
export interface ActorMention extends Span {
  actor: string | null;
  name: string | null;
}
export interface PlaceMention extends Span {
  place: string | null;
  name: string | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  admin1: string | null;
  kind: string | null;
  precision: number | null;
  radius_km?: number | null;
  name_ar?: string | null;
}
export interface SourceMention extends Span {
  source: string | null;
  name: string | null;
  kind: string | null;
}
export interface WeaponMention extends Span {
  weapon_class: string | null;
}
export interface Count extends Span {
  low: number;
  high: number | null;
}
export interface Claim {
  id: string;
  type: string;
  trigger: Span;
  agents: ActorMention[];
  targets: ActorMention[];
  places: PlaceMention[];
  time: Span | null;
  date_from: string | null;
  date_to: string | null;
  count: Count | null;
  item: WeaponMention | null;
  outcome: string | null;
  weapons: WeaponMention[];
  sources: SourceMention[];
  status: string;
  incident: number | null;
  because: string[];
}
export interface ReportHead {
  id: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  claims: number;
  copy_of: string | null;
}
export interface Told {
  claim: Claim;
  report: ReportHead;
  verdict: string | null;
  is_edited: boolean;
  event: string | null;
}
export interface Figure {
  kind: string;
  whom: string;
  low: number;
  high: number | null;
  selected: number | null;
  rule: string;
  at_low: string[];
  at_high: string[];
  part_of_all: boolean;
}
export interface Contradiction {
  about: string;
  one: string[];
  other: string[];
  says: string;
}
export interface MarsadEvent {
  id: string;
  type: string;
  types: string[];
  standing: string;
  date_from: string | null;
  date_to: string | null;
  places: PlaceMention[];
  agents: ActorMention[];
  targets: ActorMention[];
  claims: string[];
  reports: string[];
  roots: string[];
  figures: Figure[];
  contradictions: Contradiction[];
  grade: string;
  because: string[];
}
export interface EventPage {
  total: number;
  events: MarsadEvent[];
}
export interface Point {
  id: string;
  lat: number;
  lon: number;
  type: string;
  grade: string;
  precision: number | null;
  name: string | null;
  name_ar?: string | null;
}
export interface Day {
  day: string;
  events: number;
}
export interface Side {
  name: string;
  low: number;
  high: number | null;
  events: number;
}
export interface Loss {
  owner: string;
  claimant: string;
  item: string;
  outcome: string;
  low: number;
  high: number | null;
  claims: number;
}
export interface Overview {
  events: number;
  undated: number;
  unplaced: number;
  days: Day[];
  points: Point[];
  types: Record<string, number>;
  grades: Record<string, number>;
  killed: Side[];
  losses: Loss[];
}
export interface Note {
  id: string;
  kind: string;
  claim: string;
  other: string | null;
  field: string | null;
  value: string | null;
  by: string | null;
  at: string;
  comment: string | null;
}
export interface Change extends Partial<Note> {
  at: string;
  kind: string;
  before?: string | null;
  is_withdrawn?: boolean;
  report?: string;
  title?: string | null;
  outlet?: string | null;
}
export interface EventFull {
  event: MarsadEvent;
  told: Told[];
  history: Change[];
}
/** Something that could not be read as hoped: the code of the reason, and a sentence in English. */
export interface BriefIssue {
  reason: string;
  message: string;
}
export interface IssueSaid extends BriefIssue {
  start: number | null;
  end: number | null;
}
export interface ReportFull {
  report: ReportHead;
  text: string;
  text_sha256: string;
  raw_sha256: string;
  origin: string;
  url: string | null;
  added: string;
  date_kind: string | null;
  told: Told[];
  issues: IssueSaid[];
}
export interface QueueItem {
  told: Told;
  why: string[];
}
export interface Queue {
  total: number;
  items: QueueItem[];
}
export interface LogRecord {
  seq: number;
  at: string;
  kind: string;
  body: Record<string, unknown>;
  hash: string;
}
export interface ControlClaim {
  claim: string;
  event: string;
  type: string;
  state: "held" | "left" | "besieged" | "denied";
  status: string;
  day: string | null;
  until: string | null;
  holder: string;
  holder_text: string;
  by: string;
  is_contested: boolean;
}
export interface ControlPlace {
  place: string;
  name_ar: string | null;
  text: string;
  lat: number | null;
  lon: number | null;
  claims: ControlClaim[];
}
export interface SavedView {
  name: string;
  to: string;
  by: string | null;
  is_shared: boolean;
  is_own: boolean;
  at: string;
}
export interface FieldAgreement {
  field: string;
  claims: number;
  agreed: number;
  alpha: number | null;
  differ: string[];
}
export interface Couple {
  one: string;
  other: string;
  claims: number;
  agreed: number;
  kappa: number | null;
}
export interface Agreement {
  judged: number;
  judged_twice: number;
  needed: number;
  fields: FieldAgreement[];
  couples: Couple[];
}
export interface CodebookType {
  id: string;
  en: string;
  ar: string;
  family: string;
}
export interface Session {
  user: string | null;
  role: string;
  is_single: boolean;
  csrf: string;
  types: CodebookType[];
  keys: { keys: Record<string, string>; is_on: boolean } | null;
  views: SavedView[];
  is_blind: boolean;
  store: string;
  version: string;
}

/** An actor or source of the registers: its id, its English and its Arabic name. */
export type NameRow = [id: string, en: string, ar: string];

/** A report that was brought, as it stands now. */
export interface Added {
  report: string;
  is_new: boolean;
  claims: number;
  issues: BriefIssue[];
}

/** What a file or an address led to. */
export interface Brought {
  reports: Added[];
  issues: BriefIssue[];
}
