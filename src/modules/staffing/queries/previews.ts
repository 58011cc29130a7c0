import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import { moveEffect } from "@/modules/staffing/move";
import type { Assignment, StaffedEvent } from "@/modules/staffing/staffing";
import { readAssignments, readCommitments, readEvents, readPeople } from "@/modules/staffing/store/read";
import { durationMs } from "@/values/time-window";
import { addMinutes, instantAtVenue } from "@/values/venue-time";

/** What a move or a cancellation does to one person's shift. */
export interface ShiftEffect {
  readonly assignmentId: string;
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly status: AssignmentStatus;
  /** `stays` goes along, `asked-again` has to agree anew, `released` is let go, `kept` was there already. */
  readonly effect: "stays" | "asked-again" | "released" | "kept";
  /** The shift elsewhere that stands against the new time. */
  readonly because: { readonly eventId: string; readonly code: string; readonly title: string } | null;
}

export interface ShiftEffects {
  readonly eventId: string;
  readonly people: readonly ShiftEffect[];
}

/** By the rule that carries a move out (domain.md rule 16). `newDate` as the reschedule takes it. */
export async function previewMove(
  db: Queryable,
  { eventId, newDate }: { readonly eventId: string; readonly newDate: string },
): Promise<ShiftEffects> {
  const event = await readEvent(db, eventId);
  const startsAt = instantAtVenue(newDate, event.timeZone);
  const to = { startsAt, endsAt: addMinutes(startsAt, durationMs(event) / 60_000) };
  const assignments = await readAssignments(db, sql`a.event_id = ${eventId}`);
  const userIds = [...new Set(assignments.map(({ userId }) => userId))];
  const [commitments, names] = await Promise.all([readCommitments(db, userIds, to), readNames(db, userIds)]);
  const people = assignments.flatMap((assignment): readonly ShiftEffect[] => {
    const effect = moveEffect(assignment, to, commitments);
    if (!effect) return [];
    const because =
      effect.kind === "released"
        ? {
            eventId: effect.because.eventId,
            code: `EV-${effect.because.eventNumber}`,
            title: effect.because.title,
          }
        : null;
    return [{ ...headOf(assignment, names), effect: effect.kind, because }];
  });
  return { eventId, people };
}

/** Whoever is let go when the event is called off; those who were there already keep what they worked. */
export async function previewShiftRelease(db: Queryable, eventId: string): Promise<ShiftEffects> {
  await readEvent(db, eventId);
  const assignments = await readAssignments(
    db,
    sql`a.event_id = ${eventId} AND a.status IN ('created', 'offered', 'accepted')`,
  );
  const names = await readNames(db, [...new Set(assignments.map(({ userId }) => userId))]);
  const people = assignments.map(
    (assignment): ShiftEffect => ({ ...headOf(assignment, names), effect: "released", because: null }),
  );
  return { eventId, people };
}

async function readEvent(db: Queryable, eventId: string): Promise<StaffedEvent> {
  const [event] = await readEvents(db, [eventId]);
  if (!event) throw notFound("event");
  return event;
}

async function readNames(db: Queryable, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await readPeople(db, userIds)).map(({ id, name }) => [id, name]));
}

function headOf({ id, userId, role, status }: Assignment, names: ReadonlyMap<string, string>) {
  return { assignmentId: id, userId, name: names.get(userId) ?? "Somebody", role, status };
}
