import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type CustodyAbilities, custodyAbilities } from "@/modules/kits/custody/policy";
import type { AssignmentStatus, Condition } from "@/modules/kits/inputs";
import type { Component, KittedEvent, PackedLine } from "@/modules/kits/kits";
import { type KitLine, linesOf } from "./kit-lines";

/** The kits of an event as those who pack, hand out and take back see them. Instants are ISO 8601 UTC. */
export interface KitsOfEvent {
  readonly event: Pick<
    KittedEvent,
    "id" | "number" | "title" | "status" | "timeZone" | "startsAt" | "endsAt"
  > & {
    readonly venueName: string;
  };
  /** By activity, then by kind. */
  readonly items: readonly KitAtEvent[];
  /** Whom a kit may be handed to: whoever comes to the event, its manager, and the reader. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The database's clock. */
  readonly now: string;
}

export interface KitAtEvent {
  readonly kitAssignmentId: string;
  readonly status: AssignmentStatus;
  readonly activity: { readonly id: string; readonly type: string };
  readonly templateName: string;
  /** Null until a certain kit is bound. */
  readonly kit: {
    readonly id: string;
    readonly code: string;
    readonly condition: Condition;
    readonly home: string;
    readonly quarantineReason: string | null;
    readonly holder: { readonly id: string; readonly name: string } | null;
    readonly heldSince: string | null;
  } | null;
  readonly notes: string;
  /** When it has to be packed at the latest, and back again. */
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly preparedAt: string | null;
  readonly shortReason: string | null;
  readonly expectedReturn: string | null;
  readonly isOverdue: boolean;
  readonly back: { readonly at: string; readonly condition: Condition } | null;
  /** Each part: what the template asks for, what was packed, what came back. */
  readonly lines: readonly KitLine[];
  /** Other kits of the same kind that are free: what may take its place. */
  readonly spareKits: readonly { readonly id: string; readonly code: string }[];
  readonly can: CustodyAbilities;
}

interface HeadRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: KittedEvent["status"];
  readonly time_zone: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly venue_name: string;
  readonly now: Date;
}

interface NeedRow {
  readonly id: string;
  readonly status: AssignmentStatus;
  readonly activity_id: string;
  readonly activity_type: string;
  readonly kit_template_id: string;
  readonly template_name: string;
  readonly kit_instance_id: string | null;
  readonly code: string | null;
  readonly condition: Condition | null;
  readonly home: string | null;
  readonly quarantine_reason: string | null;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
  readonly held_since: Date | null;
  readonly notes: string;
  readonly window_start: Date;
  readonly window_end: Date;
  readonly prepared: readonly PackedLine[] | null;
  readonly prepared_at: Date | null;
  readonly short_reason: string | null;
  readonly expected_return: Date | null;
  readonly returned: readonly { readonly componentId: string; readonly quantity: number }[] | null;
  readonly returned_at: Date | null;
  readonly returned_condition: Condition | null;
  readonly parts: readonly PartRow[];
  readonly spare_kits: readonly { readonly id: string; readonly code: string }[];
}

export interface PartRow extends Pick<Component, "id" | "name" | "quantity" | "usage" | "critical"> {
  readonly isRemoved: boolean;
  /** What the bound kit is known to hold. */
  readonly held: number;
}

/** Throws `NOT_FOUND` alike for an event that is missing and for one of another manager. */
export async function kitsOfEvent(db: Queryable, actor: PersonActor, eventId: string): Promise<KitsOfEvent> {
  const [head] = await db.query<HeadRow>(sql`
    SELECT e.id, e.number, b.title, e.status, e.time_zone, e.starts_at, e.ends_at, l.name AS venue_name, now() AS now
    FROM event_instance e JOIN booking b ON b.id = e.booking_id JOIN location l ON l.id = e.location_id
    WHERE e.id = ${eventId} AND (${actor.role === "admin"}::boolean OR e.manager_id = ${actor.id})`);
  if (!head) throw notFound("event");
  const [needs, people] = await Promise.all([readNeeds(db, eventId), readPeople(db, actor, eventId)]);
  const now = head.now.toISOString();
  return {
    event: {
      id: head.id,
      number: head.number,
      title: head.title,
      status: head.status,
      timeZone: head.time_zone,
      startsAt: head.starts_at.toISOString(),
      endsAt: head.ends_at.toISOString(),
      venueName: head.venue_name,
    },
    items: needs.map((row) => toItem(row, head, now)),
    people,
    now,
  };
}

/** One statement, however many there are. */
function readNeeds(db: Queryable, eventId: string): Promise<NeedRow[]> {
  return db.query<NeedRow>(sql`
    SELECT a.id, a.status, a.activity_id, y.activity_type, a.kit_template_id, t.name AS template_name,
      a.kit_instance_id, u.code, u.condition, u.home, u.quarantine_reason, h.id AS holder_id, h.name AS holder_name,
      c.from_at AS held_since, a.notes, a.window_start, a.window_end, a.prepared, a.prepared_at, a.short_reason,
      a.expected_return, a.returned, a.returned_at, a.condition AS returned_condition, parts.list AS parts,
      spare.list AS spare_kits
    FROM kit_assignment a
    JOIN activity y ON y.id = a.activity_id
    JOIN kit_template t ON t.id = a.kit_template_id
    LEFT JOIN kit_instance u ON u.id = a.kit_instance_id
    LEFT JOIN kit_custody c ON c.kit_instance_id = u.id AND c.until_at IS NULL
    LEFT JOIN person h ON h.id = c.holder_id
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'quantity', p.quantity,
        'usage', p.usage, 'critical', p.critical, 'isRemoved', p.removed_at IS NOT NULL,
        'held', coalesce(s.quantity, 0)) ORDER BY p.position, p.id), '[]') AS list
      FROM kit_component p
      LEFT JOIN kit_stock s ON s.component_id = p.id AND s.kit_instance_id = a.kit_instance_id
      WHERE p.kit_template_id = a.kit_template_id) parts
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code) ORDER BY o.code), '[]') AS list
      FROM kit_unit o
      WHERE a.status = 'checked_out' AND o.kit_template_id = a.kit_template_id AND o.id <> a.kit_instance_id
        AND o.status IN ('available', 'incomplete')
        AND NOT EXISTS (SELECT FROM kit_assignment k
          WHERE k.kit_instance_id = o.id AND k.status NOT IN ('returned', 'cancelled')
            AND k.window_start < a.window_end AND k.window_end > a.window_start)) spare
    WHERE a.event_id = ${eventId} AND a.status <> 'cancelled'
    ORDER BY y.created_at, y.plan_index, t.name, a.id`);
}

function readPeople(
  db: Queryable,
  actor: PersonActor,
  eventId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db.query(sql`
    SELECT p.id, p.name FROM person p
    WHERE p.active AND (p.id = ${actor.id}
      OR p.id = (SELECT manager_id FROM event_instance WHERE id = ${eventId})
      OR p.id IN (SELECT user_id FROM staff_assignment
        WHERE event_id = ${eventId} AND status IN ('accepted', 'checked_in')))
    ORDER BY p.name, p.id`);
}

function toItem(row: NeedRow, { status }: Pick<HeadRow, "status">, now: string): KitAtEvent {
  const isOut = row.status === "checked_out" || row.status === "partly_returned";
  const expectedReturn = row.expected_return?.toISOString() ?? null;
  return {
    kitAssignmentId: row.id,
    status: row.status,
    activity: { id: row.activity_id, type: row.activity_type },
    templateName: row.template_name,
    kit: kitOf(row),
    notes: row.notes,
    windowStart: row.window_start.toISOString(),
    windowEnd: row.window_end.toISOString(),
    preparedAt: row.prepared_at?.toISOString() ?? null,
    shortReason: row.short_reason,
    expectedReturn,
    isOverdue: isOut && expectedReturn !== null && expectedReturn < now,
    back:
      row.returned_at === null || row.returned_condition === null
        ? null
        : { at: row.returned_at.toISOString(), condition: row.returned_condition },
    lines: linesOf(row.parts, row.prepared, row.returned ?? []),
    spareKits: row.spare_kits,
    can: custodyAbilities({ status: row.status, isBound: row.kit_instance_id !== null }, { status }),
  };
}

function kitOf(row: NeedRow): KitAtEvent["kit"] {
  if (row.kit_instance_id === null || row.code === null || row.condition === null) return null;
  return {
    id: row.kit_instance_id,
    code: row.code,
    condition: row.condition,
    home: row.home ?? "",
    quarantineReason: row.quarantine_reason,
    holder:
      row.holder_id === null || row.holder_name === null
        ? null
        : { id: row.holder_id, name: row.holder_name },
    heldSince: row.held_since?.toISOString() ?? null,
  };
}
