import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Attendance, AttendedShift } from "@/modules/staffing/attendance/attendance";
import { takeBackSlots } from "./replacements";

interface Change {
  readonly before: Attendance;
  readonly after: Attendance;
  readonly context: DecisionContext;
}

/** Writes the shifts that changed in one statement, whatever their number. */
export async function saveAttendance(tx: Tx, { before, after, context }: Change): Promise<void> {
  const old = new Map(before.shifts.map((shift) => [shift.id, shift]));
  const changed = after.shifts.filter((shift) => old.get(shift.id) !== shift);
  await updateShifts(tx, changed, context.now);
  await takeBackSlots(tx, changed, context.now);
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function updateShifts(tx: Tx, shifts: readonly AttendedShift[], now: string): Promise<void> {
  const updated = await tx.execute(sql`
    UPDATE staff_assignment t
    SET status = s.status, check_in_asked_at = s."askedAt", check_in_ask = s.ask, checked_in_at = s."checkedInAt",
      check_in = s."checkIn", checked_out_at = s."checkedOutAt", check_out = s."checkOut",
      break_minutes = s."breakMinutes", hours_worked = s."hoursWorked", hours_state = s."hoursState",
      hours_correction = s.correction, hours_approval = s.approval, no_show_at = s."noShowAt", version = s.version, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(shifts)}::jsonb) AS s (id uuid, status text, "askedAt" timestamptz,
      ask jsonb, "checkedInAt" timestamptz, "checkIn" jsonb, "checkedOutAt" timestamptz, "checkOut" jsonb,
      "breakMinutes" integer, "hoursWorked" numeric, "hoursState" text,
      correction jsonb, approval jsonb, "noShowAt" timestamptz, version integer)
    WHERE t.id = s.id AND t.version = s.version - 1`);
  if (updated !== shifts.length) {
    throw conflict("This shift was changed by somebody else just now. Reload it.");
  }
}
