import type { HandlerName } from "@/domain-events/routing";

/** What a person may do follows from their role; which screens they see is a matter of audience. */
export const ROLES = ["admin", "manager", "agent", "client"] as const;
export type Role = (typeof ROLES)[number];

export interface PersonActor {
  readonly kind: "person";
  readonly id: string;
  readonly role: Role;
  /** The company of a client's person; null for the agency's own people. */
  readonly clientId: string | null;
}

/** A handler acting on behalf of whoever caused the fact it reacts to. */
export interface SystemActor {
  readonly kind: "system";
  readonly handler: HandlerName | "operator";
}

export type Actor = PersonActor | SystemActor;

/** The value of `…By` fields and `metadata.userId`: a person's id or the word `system`. */
export function actorId(actor: Actor): string {
  return actor.kind === "person" ? actor.id : "system";
}

/** The value of `metadata.actorRole`. */
export function actorRole(actor: Actor): Role | "system" {
  return actor.kind === "person" ? actor.role : "system";
}
