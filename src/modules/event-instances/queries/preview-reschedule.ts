import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { planReschedule, type ReschedulePlan } from "@/modules/event-instances/life/plan-reschedule";
import { readMove } from "@/modules/event-instances/store/life/load";
import { readEventLife } from "@/modules/event-instances/store/life/read";
import { type Told, toldOf } from "./told";

/** The plan of a move, whom it tells, and the version of the event that it was made for. */
export interface ReschedulePreview extends Omit<ReschedulePlan, "refusal"> {
  readonly eventId: string;
  readonly version: number;
  readonly from: { readonly startsAt: string; readonly endsAt: string };
  /** The rule that forbids the move and its sentence; null when nothing does. */
  readonly refusal: { readonly rule: string | null; readonly message: string } | null;
  readonly told: Told;
}

/** Every consequence of a move before anybody makes it, by the planner that the command carries out. */
export async function previewReschedule(
  db: Queryable,
  reader: PersonActor,
  { eventId, newDate }: { readonly eventId: string; readonly newDate: string },
): Promise<ReschedulePreview> {
  const event = await readEventLife(db, eventId);
  if (!event) throw notFound("event");
  const [outside, told, [clock]] = await Promise.all([
    readMove(db, event, newDate),
    toldOf(db, reader, event),
    db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`),
  ]);
  if (!clock) throw new Error("the database returned no clock");
  const { refusal, ...plan } = planReschedule(event, outside, newDate, clock.now.toISOString());
  return {
    ...plan,
    eventId,
    version: event.version,
    from: { startsAt: event.startsAt, endsAt: event.endsAt },
    told,
    refusal: refusal && { rule: refusal.details.rule ?? null, message: refusal.message },
  };
}
