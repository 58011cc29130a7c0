import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Assignment, Slot, Staffing } from "@/modules/staffing/staffing";
import { type Changed, rowChanges } from "@/values/row-changes";

/** Adds the new assignments and changes the others, and their slots, each in one statement whatever their number. */
export async function save(
  tx: Tx,
  change: {
    readonly before: Staffing;
    readonly after: Staffing;
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { before, after, context } = change;
  const assignments = rowChanges(before.assignments, after.assignments);
  const slots = rowChanges(before.slots, after.slots).changed;
  if (assignments.added.length > 0) await insertAssignments(tx, assignments.added, context.now);
  if (assignments.changed.length > 0) await updateAssignments(tx, assignments.changed, context.now);
  if (slots.length > 0) await updateSlots(tx, slots);
  await saveStandby(tx, before.standby, after.standby);
}

/** What every statement about assignments takes them from. */
function recordOf({ offer, withdrawal, attendance, ...rest }: Assignment) {
  return {
    ...rest,
    ...attendance,
    offeredAt: offer?.offeredAt ?? null,
    responseDeadline: offer?.responseDeadline ?? null,
    offerGroup: offer?.group ?? null,
    rate: offer?.compensation?.rate ?? null,
    currency: offer?.compensation?.currency ?? null,
    estimatedHours: offer?.compensation?.estimatedHours ?? null,
    withdrawnAt: withdrawal?.at ?? null,
    withdrawnBy: withdrawal?.by ?? null,
    withdrawnReason: withdrawal?.reason ?? null,
    initiatedBy: withdrawal?.initiatedBy ?? null,
    leadTimeHours: withdrawal?.leadTimeHours ?? null,
  };
}

async function insertAssignments(tx: Tx, added: readonly Assignment[], now: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO staff_assignment (id, slot_id, event_id, booking_id, activity_id, user_id, role, starts_at, ends_at,
      instructions, status, created_by, created_at, offer_group, offered_at, response_deadline, rate, currency,
      estimated_hours, version, updated_at)
    SELECT a.id, a."slotId", a."eventId", a."bookingId", a."activityId", a."userId", a.role, a."startsAt", a."endsAt",
      a.instructions, a.status, a."createdBy", a."createdAt", a."offerGroup", a."offeredAt", a."responseDeadline",
      a.rate, a.currency, a."estimatedHours", a.version, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(added.map(recordOf))}::jsonb) AS a (id uuid, "slotId" uuid,
      "eventId" uuid, "bookingId" uuid, "activityId" uuid, "userId" uuid, role text, "startsAt" timestamptz,
      "endsAt" timestamptz, instructions text, status text, "createdBy" text, "createdAt" timestamptz,
      "offerGroup" uuid, "offeredAt" timestamptz, "responseDeadline" timestamptz, rate numeric, currency text,
      "estimatedHours" numeric, version integer)`);
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function updateAssignments(
  tx: Tx,
  changed: readonly Changed<Assignment>[],
  now: string,
): Promise<void> {
  const records = changed.map((one) => ({ ...recordOf(one), seenVersion: one.seenVersion }));
  const updated = await tx.execute(sql`
    UPDATE staff_assignment t
    SET starts_at = a."startsAt", ends_at = a."endsAt", status = a.status, offer_group = a."offerGroup",
      offered_at = a."offeredAt", response_deadline = a."responseDeadline", rate = a.rate, currency = a.currency,
      estimated_hours = a."estimatedHours", answered_at = a."answeredAt", answer_note = a."answerNote",
      is_available_for_future = a."isAvailableForFuture", override = nullif(a.override, 'null'),
      withdrawn_at = a."withdrawnAt", withdrawn_by = a."withdrawnBy", withdrawn_reason = a."withdrawnReason",
      initiated_by = a."initiatedBy", lead_time_hours = a."leadTimeHours", checked_in_at = a."checkedInAt",
      check_in = nullif(a."checkIn", 'null'), checked_out_at = a."checkedOutAt",
      check_out = nullif(a."checkOut", 'null'), break_minutes = a."breakMinutes", hours_worked = a."hoursWorked",
      hours_state = a."hoursState", no_show_at = a."noShowAt", version = a.version, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS a (id uuid, "startsAt" timestamptz,
      "endsAt" timestamptz, status text, "offerGroup" uuid, "offeredAt" timestamptz, "responseDeadline" timestamptz,
      rate numeric, currency text, "estimatedHours" numeric, "answeredAt" timestamptz, "answerNote" text,
      "isAvailableForFuture" boolean, override jsonb, "withdrawnAt" timestamptz, "withdrawnBy" text,
      "withdrawnReason" text, "initiatedBy" text, "leadTimeHours" numeric, "checkedInAt" timestamptz, "checkIn" jsonb,
      "checkedOutAt" timestamptz, "checkOut" jsonb, "breakMinutes" integer, "hoursWorked" numeric, "hoursState" text,
      "noShowAt" timestamptz, version integer, "seenVersion" integer)
    WHERE t.id = a.id AND t.version = a."seenVersion"`);
  if (updated !== changed.length) throw changedMeanwhile();
}

async function updateSlots(tx: Tx, slots: readonly Changed<Slot>[]): Promise<void> {
  const updated = await tx.execute(sql`
    UPDATE staff_slot t
    SET starts_at = s."startsAt", ends_at = s."endsAt", status = s.status, auto_next = s."autoNext",
      stop_at = s."stopAt", version = s.version
    FROM jsonb_to_recordset(${JSON.stringify(slots)}::jsonb) AS s (id uuid, "startsAt" timestamptz,
      "endsAt" timestamptz, status text, "autoNext" boolean, "stopAt" timestamptz, version integer,
      "seenVersion" integer)
    WHERE t.id = s.id AND t.version = s."seenVersion"`);
  if (updated !== slots.length) throw changedMeanwhile();
}

/** Whoever joined is added, whoever was asked is gone. */
async function saveStandby(tx: Tx, before: Staffing["standby"], after: Staffing["standby"]): Promise<void> {
  const [added, gone] = [
    after.filter((one) => !before.includes(one)),
    before.filter((one) => !after.includes(one)),
  ];
  if (added.length > 0) {
    await tx.execute(sql`
      INSERT INTO staff_standby (slot_id, user_id, since)
      SELECT s."slotId", s."userId", s.since
      FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS s ("slotId" uuid, "userId" uuid, since timestamptz)
      ON CONFLICT DO NOTHING`);
  }
  if (gone.length > 0) {
    await tx.execute(sql`
      DELETE FROM staff_standby t
      USING jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) AS s ("slotId" uuid, "userId" uuid)
      WHERE t.slot_id = s."slotId" AND t.user_id = s."userId"`);
  }
}

function changedMeanwhile() {
  return conflict("A shift was changed by somebody else just now. Reload it.");
}
