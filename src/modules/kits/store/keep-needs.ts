import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent, EventType } from "@/domain-events/catalog/catalog";
import { kitMoveEffect } from "@/modules/kits/needs/move";
import { isAhead, isOut, templateOf } from "@/modules/kits/needs/shapes";
import { needWindow } from "@/modules/kits/needs/window";
import { lockKits } from "./locks";
import { readEvents, readKitAssignments } from "./read";
import { presentWindow, readTemplates, readUses } from "./read-needs";

/** The facts from which windows of needs follow, and what an event's readiness rests on, whoever made them. */
export type KeptKitType = (typeof kept)[number];

const kept = [
  "EVENT_RESCHEDULED",
  "KIT_ASSIGNED_TO_ACTIVITY",
  "KIT_ASSIGNMENT_CANCELLED",
  "KIT_PREPARED",
  "KIT_CHECKED_OUT",
  "KIT_SWAPPED",
  "KIT_SHORTAGE_RAISED",
  "KIT_SHORTAGE_RESOLVED",
] as const satisfies readonly EventType[];

const keptTypes: ReadonlySet<string> = new Set(kept);

export function isKeptForKits(event: DomainEvent): event is DomainEvent<KeptKitType> {
  return keptTypes.has(event.type);
}

/** Keeps what a fact says about needs. Running it again, and out of order, changes nothing. */
export async function keepNeeds(tx: Tx, event: DomainEvent<KeptKitType>): Promise<void> {
  switch (event.type) {
    case "EVENT_RESCHEDULED":
      return moveWindows(tx, event.payload.eventId);
    case "KIT_SHORTAGE_RAISED":
      await tx.execute(sql`
        UPDATE kit_shortage_said SET raised_by_fact = ${event.id}
        WHERE kit_assignment_id = ${event.payload.kitAssignmentId}
          AND raised_at = ${event.payload.raisedAt}::timestamptz`);
      return keepStanding(tx, event);
    case "KIT_SHORTAGE_RESOLVED":
      await tx.execute(sql`
        UPDATE kit_shortage_said SET resolved_by_fact = ${event.id}
        WHERE kit_assignment_id = ${event.payload.kitAssignmentId}
          AND resolved_at = ${event.payload.resolvedAt}::timestamptz`);
      return keepStanding(tx, event);
    case "KIT_ASSIGNED_TO_ACTIVITY":
    case "KIT_ASSIGNMENT_CANCELLED":
    case "KIT_PREPARED":
    case "KIT_CHECKED_OUT":
    case "KIT_SWAPPED":
      return keepStanding(tx, event);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`nothing to keep of ${JSON.stringify(event)}`);
}

/**
 * Needs go where their event is, unless another one has their kit by then: what becomes of those is `moveKits`. The
 * other events of those kits are looked at with it: two that change places go past each other in one statement.
 */
async function moveWindows(tx: Tx, eventId: string): Promise<void> {
  const together = sql`a.status NOT IN ('returned', 'cancelled') AND (a.event_id = ${eventId}
    OR a.kit_instance_id IN (
      SELECT k.kit_instance_id FROM kit_assignment k
      WHERE k.event_id = ${eventId} AND k.kit_instance_id IS NOT NULL AND k.status NOT IN ('returned', 'cancelled')))`;
  const eventsOf = async () => [
    ...new Set((await readKitAssignments(tx, together)).map((need) => need.eventId)),
  ];
  await lockKits(tx, { eventIds: await eventsOf() });
  const needs = await readKitAssignments(tx, together);
  const unitIds = needs.flatMap(({ kitInstanceId }) => (kitInstanceId === null ? [] : [kitInstanceId]));
  await lockKits(tx, { unitIds });
  const [events, templates, uses, now] = [
    await readEvents(tx, [...new Set(needs.map((need) => need.eventId))]),
    await readTemplates(
      tx,
      needs.map(({ kitTemplateId }) => kitTemplateId),
    ),
    await readUses(tx, unitIds, presentWindow),
    await readNow(tx),
  ];
  const moved = needs.flatMap((need) => {
    const event = events.find(({ id }) => id === need.eventId);
    if (!event || !(isAhead(need) || isOut(need))) return [];
    const to = needWindow(event, templateOf({ templates }, need.kitTemplateId));
    const effect = kitMoveEffect(need, to, uses, now);
    const goes = effect?.kind === "stays" || (effect?.kind === "kept" && effect.because === null);
    return goes && (to.windowStart !== need.windowStart || to.windowEnd !== need.windowEnd)
      ? [{ id: need.id, ...to }]
      : [];
  });
  if (moved.length === 0) return;
  await tx.execute(sql`
    UPDATE kit_assignment t
    SET window_start = m."windowStart", window_end = m."windowEnd", version = t.version + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m (id uuid, "windowStart" timestamptz,
      "windowEnd" timestamptz)
    WHERE t.id = m.id`);
}

async function readNow(tx: Tx): Promise<string> {
  const [clock] = await tx.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
  if (!clock) throw new Error("the database returned no clock");
  return clock.now.toISOString();
}

/** The later fact wins, so that a replay of an earlier one says nothing new. Facts' ids grow with time. */
async function keepStanding(
  tx: Tx,
  event: DomainEvent<Exclude<KeptKitType, "EVENT_RESCHEDULED">>,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO event_kit_standing AS t (event_id, fact_id, fact_at)
    VALUES (${event.payload.eventId}, ${event.id}, ${event.timestamp}::timestamptz)
    ON CONFLICT (event_id) DO UPDATE SET fact_id = excluded.fact_id, fact_at = excluded.fact_at
    WHERE (t.fact_at, t.fact_id) < (excluded.fact_at, excluded.fact_id)`);
}
