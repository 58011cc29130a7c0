import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { AssignmentStatus } from "@/modules/kits/inputs";
import type { KitAssignment, KittedEvent } from "@/modules/kits/kits";
import { type KitMoveEffect, kitMoveEffect } from "@/modules/kits/needs/move";
import { eventCode, isAhead, templateOf } from "@/modules/kits/needs/shapes";
import { needWindow } from "@/modules/kits/needs/window";
import { readEvents, readKitAssignments, readUnits } from "@/modules/kits/store/read";
import { readTemplates, readUses } from "@/modules/kits/store/read-needs";
import { durationMs } from "@/values/time-window";
import { addMinutes, instantAtVenue } from "@/values/venue-time";

/** What a move or a cancellation does to one kit of an event. */
export interface KitEffect {
  readonly kitAssignmentId: string;
  readonly templateName: string;
  readonly code: string | null;
  readonly status: AssignmentStatus;
  /** `stays` goes along, `packed-again` has to be packed anew, `released` is let go, `kept` is out already. */
  readonly effect: KitMoveEffect["kind"];
  /** The event that has the kit at the new time, or uses it before. */
  readonly because: { readonly eventId: string; readonly code: string; readonly title: string } | null;
}

export interface KitEffects {
  readonly eventId: string;
  readonly kits: readonly KitEffect[];
}

/** By the rule that carries a move out (domain.md rules 16 and 18). `newDate` as the reschedule takes it. */
export async function previewKitMove(
  db: Queryable,
  { eventId, newDate }: { readonly eventId: string; readonly newDate: string },
): Promise<KitEffects> {
  const event = await readEvent(db, eventId);
  const startsAt = instantAtVenue(newDate, event.timeZone);
  const moved = { startsAt, endsAt: addMinutes(startsAt, durationMs(event) / 60_000) };
  const needs = await readKitAssignments(
    db,
    sql`a.event_id = ${eventId} AND a.status NOT IN ('returned', 'cancelled')`,
  );
  const [templates, uses, codes, [clock]] = await Promise.all([
    readTemplates(
      db,
      needs.map(({ kitTemplateId }) => kitTemplateId),
    ),
    readUses(db, boundTo(needs)),
    readCodes(db, needs),
    db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`),
  ]);
  if (!clock) throw new Error("the database returned no clock");
  const kits = needs.flatMap((need): readonly KitEffect[] => {
    const template = templateOf({ templates }, need.kitTemplateId);
    const effect = kitMoveEffect(need, needWindow(moved, template), uses, clock.now.toISOString());
    if (effect === null) return [];
    const because = "because" in effect ? effect.because : null;
    return [
      {
        kitAssignmentId: need.id,
        templateName: template.name,
        code: codes.get(need.kitInstanceId ?? "") ?? null,
        status: need.status,
        effect: effect.kind,
        because: because && { eventId: because.eventId, code: eventCode(because), title: because.title },
      },
    ];
  });
  return { eventId, kits };
}

/** What is let go when the event is called off; kits that are out come back instead. */
export async function previewKitRelease(db: Queryable, eventId: string): Promise<KitEffects> {
  await readEvent(db, eventId);
  const needs = await readKitAssignments(
    db,
    sql`a.event_id = ${eventId} AND a.status NOT IN ('returned', 'cancelled')`,
  );
  const [templates, codes] = await Promise.all([
    readTemplates(
      db,
      needs.map(({ kitTemplateId }) => kitTemplateId),
    ),
    readCodes(db, needs),
  ]);
  return {
    eventId,
    kits: needs.map((need) => ({
      kitAssignmentId: need.id,
      templateName: templateOf({ templates }, need.kitTemplateId).name,
      code: codes.get(need.kitInstanceId ?? "") ?? null,
      status: need.status,
      effect: isAhead(need) ? "released" : "kept",
      because: null,
    })),
  };
}

async function readEvent(db: Queryable, eventId: string): Promise<KittedEvent> {
  const [event] = await readEvents(db, [eventId]);
  if (!event) throw notFound("event");
  return event;
}

function boundTo(needs: readonly KitAssignment[]): readonly string[] {
  return needs.flatMap(({ kitInstanceId }) => (kitInstanceId === null ? [] : [kitInstanceId]));
}

async function readCodes(
  db: Queryable,
  needs: readonly KitAssignment[],
): Promise<ReadonlyMap<string, string>> {
  const units = await readUnits(db, sql`u.id = ANY (${[...boundTo(needs)]}::uuid[])`);
  return new Map(units.map(({ id, code }) => [id, code]));
}
