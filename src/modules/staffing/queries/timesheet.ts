import "server-only";
import type * as z from "zod";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type {
  AttendedEvent,
  HoursApproval,
  HoursCorrection,
  HoursState,
} from "@/modules/staffing/attendance/attendance";
import { type PayRule, payRuleOf } from "@/modules/staffing/attendance/pay-rules";
import { attendanceAbilities } from "@/modules/staffing/attendance/policy";
import { paidLines, type WorkedLine, wholeWeeks } from "@/modules/staffing/attendance/timesheet";
import type { timesheetInput } from "@/modules/staffing/inputs/attendance";
import { type ShiftRow, shiftColumns, toShift } from "@/modules/staffing/store/attendance/rows";
import { shiftDay } from "@/values/local-day";
import { localDate } from "@/values/venue-time";

export type TimesheetInput = z.output<typeof timesheetInput>;

/** `open` is over and has no hours. */
export type LineState = "open" | "no_show" | HoursState;

export interface TimesheetLine {
  readonly assignmentId: string;
  readonly person: { readonly id: string; readonly name: string };
  /** Of the planned start, on the venue's clock, `YYYY-MM-DD`. */
  readonly date: string;
  readonly event: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly venueName: string;
  };
  readonly timeZone: string;
  readonly country: string;
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly checkedInAt: string | null;
  readonly checkedOutAt: string | null;
  readonly breakMinutes: number;
  readonly state: LineState;
  readonly hoursWorked: number | null;
  readonly paidHours: number | null;
  readonly overtimeHours: number | null;
  readonly correction: (Omit<HoursCorrection, "by"> & { readonly byName: string | null }) | null;
  readonly approval: (Omit<HoursApproval, "by"> & { readonly byName: string | null }) | null;
  /** Null for a reader who may not see it, and where none was offered (S-3). */
  readonly pay: { readonly rate: number; readonly currency: string; readonly amount: number | null } | null;
  readonly can: { readonly correctHours: boolean; readonly approveHours: boolean };
}

export interface Timesheet {
  readonly lines: readonly TimesheetLine[];
  /** What the countries of these lines add to the hours that were worked. */
  readonly rules: readonly PayRule[];
  /** True when there are more than a timesheet holds: choose a shorter period. */
  readonly isCut: boolean;
}

/** More than a person reads; a quarter of a large agency is exported month by month. */
export const TIMESHEET_LINES_MAX = 2_000;

interface LineRow extends ShiftRow {
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly venue_name: string;
  readonly time_zone: string;
  readonly country: string;
  readonly event_status: AttendedEvent["status"];
  readonly rate: number | null;
  readonly currency: string | null;
  readonly corrected_by: string | null;
  readonly approved_by: string | null;
  readonly now: Date;
}

/**
 * The shifts of a period that came or are over, by name and start: everybody's for admins, of their own events for
 * managers, their own for agents. Overtime counts the whole weeks that the period touches, whatever else is filtered.
 */
export async function timesheet(
  db: Queryable,
  actor: PersonActor,
  input: TimesheetInput,
): Promise<Timesheet> {
  const rows = await readLines(db, actor, input);
  const shown = rows.slice(0, TIMESHEET_LINES_MAX);
  const userIds = [...new Set(shown.map(({ user_id }) => user_id))];
  const paid = paidLines(await readWorked(db, userIds, input));
  return {
    lines: shown.map((row) => toLine(row, actor, paid.get(row.id))),
    rules: [...new Set(shown.map(({ country }) => payRuleOf(country)))],
    isCut: rows.length > shown.length,
  };
}

/** Shifts that start in the period on the venue's clock; the outer bounds are for the index. */
function inPeriod({ from, to }: { readonly from: string; readonly to: string }): Sql {
  return sql`s.starts_at >= ${shiftDay(from, -1)}::date AND s.starts_at < ${shiftDay(to, 2)}::date
    AND (s.starts_at AT TIME ZONE e.time_zone)::date BETWEEN ${from}::date AND ${to}::date`;
}

function scopeOf({ role, id }: PersonActor): Sql {
  if (role === "admin") return sql`true`;
  return role === "manager" ? sql`e.manager_id = ${id}` : sql`s.user_id = ${id}`;
}

function stateIs(state: TimesheetInput["state"]): Sql {
  if (state === undefined) return sql`true`;
  if (state === "no_show") return sql`s.status = 'no_show'`;
  return state === "open" ? sql`s.status IN ('accepted', 'checked_in')` : sql`s.hours_state = ${state}`;
}

function readLines(db: Queryable, actor: PersonActor, input: TimesheetInput): Promise<LineRow[]> {
  const { userId = null, eventId = null } = input;
  return db.query<LineRow>(sql`
    SELECT ${shiftColumns}, p.name, e.number, b.title, l.name AS venue_name, e.time_zone, l.country,
      e.status AS event_status, s.rate::float8 AS rate, s.currency, c.name AS corrected_by, v.name AS approved_by,
      now() AS now
    FROM staff_assignment s JOIN activity a ON a.id = s.activity_id JOIN event_instance e ON e.id = s.event_id
      JOIN location l ON l.id = e.location_id JOIN booking b ON b.id = s.booking_id JOIN person p ON p.id = s.user_id
      LEFT JOIN person c ON c.id::text = s.hours_correction ->> 'by'
      LEFT JOIN person v ON v.id::text = s.hours_approval ->> 'by'
    WHERE ${inPeriod(input)} AND ${scopeOf(actor)} AND ${stateIs(input.state)}
      AND (s.status IN ('checked_in', 'checked_out', 'no_show') OR (s.status = 'accepted' AND s.ends_at <= now()))
      AND (${userId}::uuid IS NULL OR s.user_id = ${userId}::uuid)
      AND (${eventId}::uuid IS NULL OR s.event_id = ${eventId}::uuid)
    ORDER BY p.name COLLATE "und-x-icu", p.id, s.starts_at, s.id LIMIT ${TIMESHEET_LINES_MAX + 1}::integer`);
}

/** What these people worked in the whole weeks of the period, for the thresholds of overtime. */
async function readWorked(
  db: Queryable,
  userIds: readonly string[],
  period: TimesheetInput,
): Promise<readonly WorkedLine[]> {
  const rows = await db.query<{
    id: string;
    user_id: string;
    starts_at: Date;
    time_zone: string;
    country: string;
    hours: number;
  }>(sql`
    SELECT s.id, s.user_id, s.starts_at, e.time_zone, l.country, s.hours_worked::float8 AS hours
    FROM staff_assignment s JOIN event_instance e ON e.id = s.event_id JOIN location l ON l.id = e.location_id
    WHERE s.user_id = ANY (${[...userIds]}::uuid[]) AND s.status = 'checked_out' AND ${inPeriod(wholeWeeks(period))}`);
  return rows.map((row) => ({
    assignmentId: row.id,
    userId: row.user_id,
    date: localDate(row.starts_at, row.time_zone),
    startsAt: row.starts_at.toISOString(),
    country: row.country,
    hours: row.hours,
  }));
}

function toLine(
  row: LineRow,
  actor: PersonActor,
  paid: { readonly paidHours: number; readonly overtimeHours: number } | undefined,
): TimesheetLine {
  const shift = toShift(row);
  const can = attendanceAbilities(
    shift,
    { status: row.event_status, endsAt: shift.endsAt },
    { now: row.now.toISOString(), isRunner: actor.role !== "agent" },
  );
  return {
    assignmentId: shift.id,
    person: { id: shift.userId, name: row.name },
    date: localDate(shift.startsAt, row.time_zone),
    event: { id: shift.eventId, number: row.number, title: row.title, venueName: row.venue_name },
    timeZone: row.time_zone,
    country: row.country,
    role: shift.role,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    checkedInAt: shift.checkedInAt,
    checkedOutAt: shift.checkedOutAt,
    breakMinutes: shift.breakMinutes,
    state: shift.hoursState ?? (shift.status === "no_show" ? "no_show" : "open"),
    hoursWorked: shift.hoursWorked,
    paidHours: paid?.paidHours ?? null,
    overtimeHours: paid?.overtimeHours ?? null,
    correction: shift.correction && {
      at: shift.correction.at,
      previousHours: shift.correction.previousHours,
      reason: shift.correction.reason,
      byName: row.corrected_by,
    },
    approval: shift.approval && { at: shift.approval.at, byName: row.approved_by },
    pay: payOf(row, actor, paid?.paidHours),
    can: { correctHours: can.correctHours, approveHours: can.approveHours },
  };
}

/** To the cent; a manager sees nobody's pay. */
function payOf(
  { rate, currency }: LineRow,
  { role }: PersonActor,
  paidHours: number | undefined,
): TimesheetLine["pay"] {
  if (rate === null || currency === null || role === "manager") return null;
  return {
    rate,
    currency,
    amount: paidHours === undefined ? null : Math.round(paidHours * rate * 100) / 100,
  };
}
