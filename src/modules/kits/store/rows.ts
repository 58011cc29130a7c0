import type { AssignmentStatus, Condition } from "@/modules/kits/inputs";
import type { Component, KitAssignment, KittedEvent, PackedLine, StockLine, Unit } from "@/modules/kits/kits";

/** Rows as they are read; the ranges of their columns are held by check constraints, so their types are known. */

export interface EventRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly booking_id: string;
  readonly status: KittedEvent["status"];
  readonly manager_id: string | null;
  readonly time_zone: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

export interface ComponentRow {
  readonly id: string;
  readonly kit_template_id: string;
  readonly name: string;
  readonly quantity: number;
  readonly usage: Component["usage"];
  readonly critical: boolean;
  readonly removed_at: Date | null;
}

export interface UnitRow {
  readonly id: string;
  readonly kit_template_id: string;
  readonly template_name: string;
  readonly code: string;
  readonly home: string;
  readonly condition: Condition;
  readonly awaiting_inspection_since: Date | null;
  readonly quarantined_at: Date | null;
  readonly quarantine_reason: string | null;
  readonly not_seen_since: Date | null;
  readonly archived_at: Date | null;
  readonly created_at: Date;
  readonly holder_id: string | null;
  readonly held_since: Date | null;
  readonly held_for_assignment_id: string | null;
  readonly held_for_event_id: string | null;
  readonly version: number;
}

export interface AssignmentRow {
  readonly id: string;
  readonly event_id: string;
  readonly booking_id: string;
  readonly activity_id: string;
  readonly kit_template_id: string;
  readonly kit_instance_id: string | null;
  readonly status: AssignmentStatus;
  readonly window_start: Date;
  readonly window_end: Date;
  readonly notes: string;
  readonly assigned_by: string;
  readonly assigned_at: Date;
  readonly prepared: readonly PackedLine[] | null;
  readonly prepared_by: string | null;
  readonly prepared_at: Date | null;
  readonly short_reason: string | null;
  readonly accepted_short: KitAssignment["acceptedShort"];
  readonly checked_out_at: Date | null;
  readonly checked_out_by: string | null;
  readonly expected_return: Date | null;
  readonly returned: KitAssignment["returned"] | null;
  readonly returned_at: Date | null;
  readonly condition: Condition | null;
  readonly cancelled_reason: string | null;
  readonly version: number;
}

export interface StockRow {
  readonly component_id: string;
  readonly place: StockLine["place"];
  readonly kit_instance_id: string | null;
  readonly quantity: number;
}

const at = (date: Date | null) => date?.toISOString() ?? null;

export function toEvent(row: EventRow): KittedEvent {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    bookingId: row.booking_id,
    status: row.status,
    managerId: row.manager_id,
    timeZone: row.time_zone,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  };
}

export function toComponent(row: ComponentRow): Component {
  return {
    id: row.id,
    kitTemplateId: row.kit_template_id,
    name: row.name,
    quantity: row.quantity,
    usage: row.usage,
    critical: row.critical,
    removedAt: at(row.removed_at),
  };
}

export function toUnit(row: UnitRow): Unit {
  const { quarantined_at, quarantine_reason } = row;
  return {
    id: row.id,
    kitTemplateId: row.kit_template_id,
    templateName: row.template_name,
    code: row.code,
    home: row.home,
    condition: row.condition,
    awaitingInspectionSince: at(row.awaiting_inspection_since),
    quarantine:
      quarantined_at === null || quarantine_reason === null
        ? null
        : { at: quarantined_at.toISOString(), reason: quarantine_reason },
    notSeenSince: at(row.not_seen_since),
    archivedAt: at(row.archived_at),
    custody: {
      holderId: row.holder_id,
      since: (row.held_since ?? row.created_at).toISOString(),
      kitAssignmentId: row.held_for_assignment_id,
      eventId: row.held_for_event_id,
    },
    version: row.version,
  };
}

export function toAssignment(row: AssignmentRow): KitAssignment {
  return {
    id: row.id,
    eventId: row.event_id,
    bookingId: row.booking_id,
    activityId: row.activity_id,
    kitTemplateId: row.kit_template_id,
    kitInstanceId: row.kit_instance_id,
    status: row.status,
    windowStart: row.window_start.toISOString(),
    windowEnd: row.window_end.toISOString(),
    notes: row.notes,
    assignedBy: row.assigned_by,
    assignedAt: row.assigned_at.toISOString(),
    prepared: preparedOf(row),
    acceptedShort: row.accepted_short,
    out: outOf(row),
    returned: row.returned ?? [],
    back:
      row.returned_at === null || row.condition === null
        ? null
        : { at: row.returned_at.toISOString(), condition: row.condition },
    cancelledReason: row.cancelled_reason,
    version: row.version,
  };
}

function preparedOf({ prepared, prepared_by, prepared_at, short_reason }: AssignmentRow) {
  if (prepared === null || prepared_by === null || prepared_at === null) return null;
  return { lines: prepared, by: prepared_by, at: prepared_at.toISOString(), shortReason: short_reason };
}

function outOf({ checked_out_at, checked_out_by, expected_return }: AssignmentRow) {
  if (checked_out_at === null || checked_out_by === null || expected_return === null) return null;
  return {
    at: checked_out_at.toISOString(),
    by: checked_out_by,
    expectedReturn: expected_return.toISOString(),
  };
}

export function toStockLine(row: StockRow): StockLine {
  return {
    componentId: row.component_id,
    place: row.place,
    kitInstanceId: row.kit_instance_id,
    quantity: row.quantity,
  };
}
