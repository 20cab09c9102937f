// Which words of a claim play which part, with their place in the text.
import type { Claim, Span } from "../types";

export const ROLES = ["trigger", "agents", "targets", "places", "time", "count", "weapons", "sources"] as const;
export type Role = (typeof ROLES)[number];

export interface Marked {
  role: Role;
  span: Span;
}

/** Every span of a claim with its role. */
export function marked(claim: Claim): Marked[] {
  const found: Marked[] = [{ role: "trigger", span: claim.trigger }];
  for (const role of ["agents", "targets", "places", "weapons", "sources"] as const)
    for (const span of claim[role]) found.push({ role, span });
  if (claim.item) found.push({ role: "targets", span: claim.item });
  if (claim.time) found.push({ role: "time", span: claim.time });
  if (claim.count) found.push({ role: "count", span: claim.count });
  return found;
}
