import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { type CancelPlan, planCancel } from "@/modules/event-instances/life/plan-cancel";
import { readEventLife } from "@/modules/event-instances/store/life/read";
import { type Told, toldOf } from "./told";

/** The plan of a cancellation, whom it tells, and the version of the event that it was made for. */
export interface EventCancelPreview extends Omit<CancelPlan, "refusal"> {
  readonly eventId: string;
  readonly version: number;
  /** The rule that forbids it and its sentence; null when nothing does. */
  readonly refusal: { readonly rule: string | null; readonly message: string } | null;
  readonly told: Told;
}

/** Every consequence of a cancellation before anybody makes it, by the planner that the command carries out. */
export async function previewCancel(
  db: Queryable,
  reader: PersonActor,
  eventId: string,
): Promise<EventCancelPreview> {
  const event = await readEventLife(db, eventId);
  if (!event) throw notFound("event");
  const { refusal, ...plan } = planCancel(event);
  return {
    ...plan,
    eventId,
    version: event.version,
    refusal: refusal && { rule: refusal.details.rule ?? null, message: refusal.message },
    told: await toldOf(db, reader, event),
  };
}
