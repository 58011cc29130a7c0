import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { BoardInput } from "@/modules/staffing/inputs/board";
import { during, meant } from "./read-stints";

/** A place that nobody has. Instants are ISO 8601 UTC. */
export interface OpenSlot {
  readonly id: string;
  readonly role: string;
  readonly seat: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many have an offer of it now. */
  readonly offered: number;
  /** How many are planned for it and not told yet. */
  readonly planned: number;
}

/** An event with places that nobody has. */
export interface OpenEvent {
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venueName: string;
  readonly needed: number;
  readonly filled: number;
  readonly slots: readonly OpenSlot[];
}

export interface OpenPart {
  readonly open: readonly OpenEvent[];
  readonly hasMoreOpen: boolean;
}

const SLOTS_MAX = 200;

/** The places that are wanted in a stretch, by event: how many have somebody, and which do not. Two statements. */
export async function readOpenEvents(db: Queryable, input: BoardInput): Promise<OpenPart> {
  const [slots, counts] = await Promise.all([readOpenSlots(db, input), readCounts(db, input)]);
  const byEvent = new Map<string, OpenEvent>();
  for (const { id, role, seat, starts_at, ends_at, offered, planned, ...event } of slots.slice(
    0,
    SLOTS_MAX,
  )) {
    const [startsAt, endsAt] = [starts_at.toISOString(), ends_at.toISOString()];
    const known = byEvent.get(event.eventId);
    const count = counts.get(event.eventId) ?? { needed: 0, filled: 0 };
    const others = known?.slots ?? [];
    byEvent.set(event.eventId, {
      ...(known ?? { ...event, ...count, startsAt, endsAt }),
      slots: [...others, { id, role, seat, startsAt, endsAt, offered, planned }],
    });
  }
  return { open: [...byEvent.values()], hasMoreOpen: slots.length > SLOTS_MAX };
}

type OpenSlotRow = Omit<OpenSlot, "startsAt" | "endsAt"> &
  Pick<OpenEvent, "eventId" | "number" | "title" | "timeZone" | "venueName"> & {
    readonly starts_at: Date;
    readonly ends_at: Date;
  };

function readOpenSlots(db: Queryable, input: BoardInput): Promise<OpenSlotRow[]> {
  return db.query<OpenSlotRow>(sql`
    SELECT s.id, s.event_id AS "eventId", e.number, b.title, s.role, s.seat, s.starts_at, s.ends_at,
      e.time_zone AS "timeZone", l.name AS "venueName", asked.offered, asked.planned
    FROM staff_slot s
    JOIN event_instance e ON e.id = s.event_id JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE o.status = 'offered')::integer AS offered,
        count(*) FILTER (WHERE o.status = 'created')::integer AS planned
      FROM staff_assignment o WHERE o.slot_id = s.id AND o.event_id = s.event_id) asked
    WHERE s.status = 'open' AND s.ends_at > now() AND ${during(input)} AND ${meant(input)}
      AND e.status NOT IN ('completed', 'cancelled')
      AND NOT EXISTS (
        SELECT FROM staff_assignment f
        WHERE f.slot_id = s.id AND f.status IN ('accepted', 'checked_in', 'checked_out'))
    ORDER BY e.starts_at, e.number, s.role, s.seat, s.id LIMIT ${SLOTS_MAX + 1}`);
}

interface Count {
  readonly needed: number;
  readonly filled: number;
}

async function readCounts(db: Queryable, input: BoardInput): Promise<ReadonlyMap<string, Count>> {
  const rows = await db.query<Count & { event_id: string }>(sql`
    SELECT s.event_id, count(*)::integer AS needed, count(a.id)::integer AS filled
    FROM staff_slot s JOIN event_instance e ON e.id = s.event_id
    LEFT JOIN staff_assignment a ON a.slot_id = s.id AND a.status IN ('accepted', 'checked_in', 'checked_out')
    WHERE s.status = 'open' AND ${during(input)} AND ${meant(input)} AND e.status <> 'cancelled'
    GROUP BY s.event_id`);
  return new Map(rows.map(({ event_id, needed, filled }) => [event_id, { needed, filled }]));
}
