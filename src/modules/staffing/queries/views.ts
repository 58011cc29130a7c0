import "server-only";
import { sql } from "@/db/sql";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import { type AssignmentAbilities, assignmentAbilities } from "@/modules/staffing/policy";
import type { Compensation, StaffedEvent } from "@/modules/staffing/staffing";
import { type AssignmentRow, toAssignment } from "@/modules/staffing/store/rows";
import { assignmentColumns } from "@/modules/staffing/store/read";

/** One shift as the person whose it is sees it. Instants are ISO 8601 UTC. */
export interface ShiftView {
  readonly id: string;
  readonly slotId: string;
  readonly eventId: string;
  /** Shown as `EV-221`. */
  readonly number: number;
  readonly title: string;
  readonly role: string;
  readonly instructions: string;
  readonly status: AssignmentStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venue: {
    readonly name: string;
    readonly address: string;
    readonly position: { readonly latitude: number; readonly longitude: number } | null;
  };
  readonly eventStatus: StaffedEvent["status"];
  readonly responseDeadline: string | null;
  readonly offeredAt: string | null;
  /** Those that were offered in one breath share it. */
  readonly group: string | null;
  /** Theirs alone (security.md S-3). */
  readonly pay: Compensation | null;
  /** Somebody else has the place. */
  readonly isFilled: boolean;
  /** The place is not wanted any more. */
  readonly isClosed: boolean;
  readonly isOnStandby: boolean;
  /** The reason of whoever took it back. */
  readonly withdrawnReason: string | null;
  readonly checkedInAt: string | null;
  readonly checkedOutAt: string | null;
  readonly can: AssignmentAbilities & { readonly joinStandby: boolean };
}

export interface ShiftViewRow extends AssignmentRow {
  readonly number: number;
  readonly title: string;
  readonly time_zone: string;
  readonly venue_name: string;
  readonly venue_address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly event_status: StaffedEvent["status"];
  readonly is_filled: boolean;
  readonly is_closed: boolean;
  readonly is_on_standby: boolean;
}

export const shiftViewColumns = sql`${assignmentColumns}, e.number, b.title, e.time_zone, l.name AS venue_name,
  concat_ws(', ', nullif(l.address, ''), nullif(l.city, '')) AS venue_address, l.latitude, l.longitude,
  e.status AS event_status, s.status = 'closed' AS is_closed,
  EXISTS (
    SELECT FROM staff_assignment f WHERE f.slot_id = a.slot_id AND f.user_id <> a.user_id
      AND f.status IN ('accepted', 'checked_in', 'checked_out')) AS is_filled,
  EXISTS (SELECT FROM staff_standby y WHERE y.slot_id = a.slot_id AND y.user_id = a.user_id) AS is_on_standby`;

export const shiftViewTables = sql`staff_assignment a
  JOIN staff_slot s ON s.id = a.slot_id
  JOIN event_instance e ON e.id = a.event_id
  JOIN booking b ON b.id = e.booking_id
  JOIN location l ON l.id = e.location_id`;

export function toShiftView(row: ShiftViewRow, reader: "agent" | "agency"): ShiftView {
  const { offer, withdrawal, attendance, ...assignment } = toAssignment(row);
  const isAhead = row.event_status !== "completed" && row.event_status !== "cancelled";
  const isGone = assignment.status === "expired" || (assignment.status === "offered" && row.is_filled);
  return {
    id: assignment.id,
    slotId: assignment.slotId,
    eventId: assignment.eventId,
    number: row.number,
    title: row.title,
    role: assignment.role,
    instructions: assignment.instructions,
    status: assignment.status,
    startsAt: assignment.startsAt,
    endsAt: assignment.endsAt,
    timeZone: row.time_zone,
    venue: {
      name: row.venue_name,
      address: row.venue_address,
      position:
        row.latitude === null || row.longitude === null
          ? null
          : { latitude: row.latitude, longitude: row.longitude },
    },
    eventStatus: row.event_status,
    responseDeadline: offer?.responseDeadline ?? null,
    offeredAt: offer?.offeredAt ?? null,
    group: offer?.group ?? null,
    pay: offer?.compensation ?? null,
    isFilled: row.is_filled,
    isClosed: row.is_closed,
    isOnStandby: row.is_on_standby,
    withdrawnReason: withdrawal?.reason ?? null,
    checkedInAt: attendance.checkedInAt,
    checkedOutAt: attendance.checkedOutAt,
    can: {
      ...assignmentAbilities(assignment, { status: row.event_status }, reader),
      joinStandby: isAhead && !row.is_closed && !row.is_on_standby && isGone,
    },
  };
}
