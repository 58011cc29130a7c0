import type { Role } from "@/commands/actor";
import type { EventType } from "@/domain-events/catalog/catalog";
import type { Description, DetailReaders } from "@/domain-events/catalog/describe-parts";

/** What a client may know of: their booking's own facts and the state of its events (domain.md "People"). */
export const CLIENT_FACTS: readonly EventType[] = [
  "BOOKING_CREATED",
  "BOOKING_SUBMITTED",
  "BOOKING_APPROVED",
  "BOOKING_REJECTED",
  "BOOKING_CHANGES_REQUESTED",
  "BOOKING_CANCELLED",
  "BOOKING_UPDATED",
  "BOOKING_DATES_DECLINED",
  "EVENT_INSTANCES_GENERATED",
  "EVENT_PREPARATION_STARTED",
  "EVENT_READY",
  "EVENT_STARTED",
  "EVENT_COMPLETED",
  "EVENT_CANCELLED",
  "EVENT_RESCHEDULED",
  "EVENT_HOLD_PLACED",
  "EVENT_HOLD_LIFTED",
];

const READS: Readonly<Record<Role, readonly DetailReaders[]>> = {
  admin: ["desk", "team", "client", "all"],
  manager: ["team", "all"],
  client: ["client", "all"],
  agent: [],
};

/** The details that this role may read, without the note of who else may. */
export function detailsFor(
  role: Role,
  { details }: Pick<Description, "details">,
): readonly { readonly label: string; readonly text: string }[] {
  return details
    .filter(({ readers }) => READS[role].includes(readers))
    .map(({ label, text }) => ({ label, text }));
}

/** Whoever acted, as the entry of the log names them. */
export interface TimelineActor {
  /** A person's id, `system`, or null where the log does not say. */
  readonly id: string | null;
  readonly role: string | undefined;
  readonly name: string | undefined;
}

/** The actor as this role may know them: a client meets "the agency", a manager meets "the client". */
export function actorFor(reader: Role, actor: TimelineActor): string {
  if (actor.id === null || actor.id === "system") return "Muster";
  if (reader === "client" && actor.role !== "client") return "The agency";
  if (reader === "manager" && actor.role === "client") return "The client";
  return actor.name ?? "A former team member";
}
