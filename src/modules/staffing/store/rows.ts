import type { AssignmentStatus } from "@/modules/staffing/inputs";
import type {
  Assignment,
  Attendance,
  Offer,
  Override,
  Presence,
  Slot,
  StaffedEvent,
  Withdrawal,
} from "@/modules/staffing/staffing";

/** Rows as they are read; the ranges of their columns are held by check constraints, so their types are known. */

export interface EventRow {
  readonly id: string;
  readonly number: number;
  readonly booking_id: string;
  readonly status: StaffedEvent["status"];
  readonly manager_id: string | null;
  readonly time_zone: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly location_id: string;
  readonly location_name: string;
  readonly location_address: string;
}

export interface SlotRow {
  readonly id: string;
  readonly event_id: string;
  readonly booking_id: string;
  readonly activity_id: string;
  readonly role: string;
  readonly seat: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: Slot["status"];
  readonly replaces_assignment_id: string | null;
  readonly auto_next: boolean;
  readonly stop_at: Date;
  readonly version: number;
}

export interface AssignmentRow {
  readonly id: string;
  readonly slot_id: string;
  readonly event_id: string;
  readonly booking_id: string;
  readonly activity_id: string;
  readonly user_id: string;
  readonly role: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly instructions: string;
  readonly status: AssignmentStatus;
  readonly created_by: string;
  readonly created_at: Date;
  readonly offer_group: string | null;
  readonly offered_at: Date | null;
  readonly response_deadline: Date | null;
  /** Decimals come as text. */
  readonly rate: string | null;
  readonly currency: string | null;
  readonly estimated_hours: string | null;
  readonly answered_at: Date | null;
  readonly answer_note: string | null;
  readonly is_available_for_future: boolean | null;
  readonly override: Override | null;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_reason: string | null;
  readonly initiated_by: Withdrawal["initiatedBy"] | null;
  readonly lead_time_hours: string | null;
  readonly checked_in_at: Date | null;
  readonly check_in: Presence | null;
  readonly checked_out_at: Date | null;
  readonly check_out: Presence | null;
  readonly break_minutes: number;
  readonly hours_worked: string | null;
  readonly hours_state: Attendance["hoursState"];
  readonly no_show_at: Date | null;
  readonly version: number;
}

export function toEvent(row: EventRow): StaffedEvent {
  return {
    id: row.id,
    number: row.number,
    bookingId: row.booking_id,
    status: row.status,
    managerId: row.manager_id,
    timeZone: row.time_zone,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    location: { id: row.location_id, name: row.location_name, address: row.location_address },
  };
}

export function toSlot(row: SlotRow): Slot {
  return {
    id: row.id,
    eventId: row.event_id,
    bookingId: row.booking_id,
    activityId: row.activity_id,
    role: row.role,
    seat: row.seat,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    status: row.status,
    replacesAssignmentId: row.replaces_assignment_id,
    autoNext: row.auto_next,
    stopAt: row.stop_at.toISOString(),
    version: row.version,
  };
}

export function toAssignment(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    slotId: row.slot_id,
    eventId: row.event_id,
    bookingId: row.booking_id,
    activityId: row.activity_id,
    userId: row.user_id,
    role: row.role,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    instructions: row.instructions,
    status: row.status,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    offer: toOffer(row),
    answeredAt: isoOrNull(row.answered_at),
    answerNote: row.answer_note,
    isAvailableForFuture: row.is_available_for_future,
    override: row.override,
    withdrawal: toWithdrawal(row),
    attendance: toAttendance(row),
    version: row.version,
  };
}

function toOffer(row: AssignmentRow): Offer | null {
  if (row.offered_at === null || row.response_deadline === null) return null;
  const { rate, currency, estimated_hours: hours } = row;
  return {
    offeredAt: row.offered_at.toISOString(),
    responseDeadline: row.response_deadline.toISOString(),
    compensation:
      rate === null || currency === null
        ? null
        : { rate: Number(rate), currency, estimatedHours: Number(hours ?? 0) },
    group: row.offer_group,
  };
}

function toWithdrawal(row: AssignmentRow): Withdrawal | null {
  if (row.withdrawn_at === null || row.withdrawn_by === null || row.initiated_by === null) return null;
  return {
    at: row.withdrawn_at.toISOString(),
    by: row.withdrawn_by,
    reason: row.withdrawn_reason ?? "",
    initiatedBy: row.initiated_by,
    leadTimeHours: Number(row.lead_time_hours ?? 0),
  };
}

function toAttendance(row: AssignmentRow): Attendance {
  return {
    checkedInAt: isoOrNull(row.checked_in_at),
    checkIn: row.check_in,
    checkedOutAt: isoOrNull(row.checked_out_at),
    checkOut: row.check_out,
    breakMinutes: row.break_minutes,
    hoursWorked: row.hours_worked === null ? null : Number(row.hours_worked),
    hoursState: row.hours_state,
    noShowAt: isoOrNull(row.no_show_at),
  };
}

function isoOrNull(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
