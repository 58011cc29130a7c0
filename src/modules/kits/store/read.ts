import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { Component, KitAssignment, KittedEvent, StockLine, Unit } from "@/modules/kits/kits";
import {
  type AssignmentRow,
  type ComponentRow,
  type EventRow,
  type StockRow,
  toAssignment,
  toComponent,
  toEvent,
  toStockLine,
  toUnit,
  type UnitRow,
} from "./rows";

/** Events by their ids, in that order of time. */
export async function readEvents(db: Queryable, ids: readonly string[]): Promise<readonly KittedEvent[]> {
  const rows = await db.query<EventRow>(sql`
    SELECT e.id, e.number, b.title, e.booking_id, e.status, e.manager_id, e.time_zone, e.starts_at, e.ends_at
    FROM event_instance e JOIN booking b ON b.id = e.booking_id
    WHERE e.id = ANY (${[...ids]}::uuid[]) ORDER BY e.starts_at, e.id`);
  return rows.map(toEvent);
}

/** All lines of these templates, those taken out as well, in their order. */
export async function readComponents(
  db: Queryable,
  templateIds: readonly string[],
): Promise<readonly Component[]> {
  const rows = await db.query<ComponentRow>(sql`
    SELECT id, kit_template_id, name, quantity, usage, critical, removed_at
    FROM kit_component WHERE kit_template_id = ANY (${[...templateIds]}::uuid[])
    ORDER BY kit_template_id, position, id`);
  return rows.map(toComponent);
}

/** Kits that a condition on `u` (the view `kit_unit`) picks, by code. */
export async function readUnits(db: Queryable, condition: Sql): Promise<readonly Unit[]> {
  const rows = await db.query<UnitRow>(sql`
    SELECT u.id, u.kit_template_id, t.name AS template_name, u.code, u.home, u.condition,
      u.awaiting_inspection_since, u.quarantined_at, u.quarantine_reason, u.not_seen_since, u.archived_at,
      u.created_at, u.holder_id, u.held_since, u.held_for_assignment_id, u.held_for_event_id, u.version
    FROM kit_unit u JOIN kit_template t ON t.id = u.kit_template_id
    WHERE ${condition} ORDER BY u.code`);
  return rows.map(toUnit);
}

/** Needs that a condition on `a` (the table `kit_assignment`) picks, by time. */
export async function readKitAssignments(db: Queryable, condition: Sql): Promise<readonly KitAssignment[]> {
  const rows = await db.query<AssignmentRow>(sql`
    SELECT a.id, a.event_id, a.booking_id, a.activity_id, a.kit_template_id, a.kit_instance_id, a.status,
      a.window_start, a.window_end, a.notes, a.assigned_by, a.assigned_at, a.prepared, a.prepared_by,
      a.prepared_at, a.short_reason, a.accepted_short, a.checked_out_at, a.checked_out_by, a.expected_return,
      a.returned, a.returned_at, a.condition, a.cancelled_reason, a.version
    FROM kit_assignment a WHERE ${condition} ORDER BY a.window_start, a.id`);
  return rows.map(toAssignment);
}

/** What is in these kits, and what of these components is in no kit. */
export async function readStock(
  db: Queryable,
  componentIds: readonly string[],
  unitIds: readonly string[],
): Promise<readonly StockLine[]> {
  const rows = await db.query<StockRow>(sql`
    SELECT component_id, place, kit_instance_id, quantity FROM kit_stock
    WHERE kit_instance_id = ANY (${[...unitIds]}::uuid[])
      OR (kit_instance_id IS NULL AND component_id = ANY (${[...componentIds]}::uuid[]))
    ORDER BY component_id, place, kit_instance_id`);
  return rows.map(toStockLine);
}
