import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Fact } from "@/domain-events/catalog/fact";
import type { KitAssignment, Kits, Unit } from "@/modules/kits/kits";
import { moveStock } from "./stock";
import { type Changed, rowChanges } from "@/values/row-changes";

/** Adds and changes needs, kits, who has them, and what is in them; each in statements whose number is fixed. */
export async function save(
  tx: Tx,
  change: {
    readonly before: Kits;
    readonly after: Kits;
    readonly facts: readonly Fact[];
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { before, after, facts, context } = change;
  const assignments = rowChanges(before.assignments, after.assignments);
  const units = rowChanges(before.units, after.units).changed;
  if (assignments.added.length > 0) await insertAssignments(tx, assignments.added, context.now);
  if (assignments.changed.length > 0) await updateAssignments(tx, assignments.changed, context.now);
  if (units.length > 0) await updateUnits(tx, units);
  const passedOn = units.filter(
    (unit) => before.units.find(({ id }) => id === unit.id)?.custody !== unit.custody,
  );
  if (passedOn.length > 0) await passOn(tx, passedOn);
  await moveStock(
    tx,
    facts.flatMap(({ type, payload }) => (type === "KIT_COMPONENTS_MOVED" ? payload.movements : [])),
  );
}

/** What every statement about needs takes them from. */
function recordOf({ prepared, out, back, ...rest }: KitAssignment) {
  return {
    ...rest,
    prepared: prepared?.lines ?? null,
    preparedBy: prepared?.by ?? null,
    preparedAt: prepared?.at ?? null,
    shortReason: prepared?.shortReason ?? null,
    checkedOutAt: out?.at ?? null,
    checkedOutBy: out?.by ?? null,
    expectedReturn: out?.expectedReturn ?? null,
    returnedAt: back?.at ?? null,
    condition: back?.condition ?? null,
  };
}

async function insertAssignments(tx: Tx, added: readonly KitAssignment[], now: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO kit_assignment (id, event_id, booking_id, activity_id, kit_template_id, kit_instance_id, status,
      window_start, window_end, notes, assigned_by, assigned_at, version, updated_at)
    SELECT a.id, a."eventId", a."bookingId", a."activityId", a."kitTemplateId", a."kitInstanceId", a.status,
      a."windowStart", a."windowEnd", a.notes, a."assignedBy", a."assignedAt", a.version, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(added.map(recordOf))}::jsonb) AS a (id uuid, "eventId" uuid,
      "bookingId" uuid, "activityId" uuid, "kitTemplateId" uuid, "kitInstanceId" uuid, status text,
      "windowStart" timestamptz, "windowEnd" timestamptz, notes text, "assignedBy" text, "assignedAt" timestamptz,
      version integer)`);
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function updateAssignments(
  tx: Tx,
  changed: readonly Changed<KitAssignment>[],
  now: string,
): Promise<void> {
  const records = changed.map((one) => ({ ...recordOf(one), seenVersion: one.seenVersion }));
  const updated = await tx.execute(sql`
    UPDATE kit_assignment t
    SET kit_instance_id = a."kitInstanceId", status = a.status, window_start = a."windowStart",
      window_end = a."windowEnd", notes = a.notes, prepared = nullif(a.prepared, 'null'),
      prepared_by = a."preparedBy", prepared_at = a."preparedAt", short_reason = a."shortReason",
      accepted_short = nullif(a."acceptedShort", 'null'), checked_out_at = a."checkedOutAt",
      checked_out_by = a."checkedOutBy", expected_return = a."expectedReturn", returned = nullif(a.returned, 'null'),
      returned_at = a."returnedAt", condition = a.condition, cancelled_reason = a."cancelledReason",
      version = a.version, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS a (id uuid, "kitInstanceId" uuid, status text,
      "windowStart" timestamptz, "windowEnd" timestamptz, notes text, prepared jsonb, "preparedBy" text,
      "preparedAt" timestamptz, "shortReason" text, "acceptedShort" jsonb, "checkedOutAt" timestamptz,
      "checkedOutBy" text, "expectedReturn" timestamptz, returned jsonb, "returnedAt" timestamptz, condition text,
      "cancelledReason" text, version integer, "seenVersion" integer)
    WHERE t.id = a.id AND t.version = a."seenVersion"`);
  if (updated !== changed.length) throw changedMeanwhile();
}

async function updateUnits(tx: Tx, units: readonly Changed<Unit>[]): Promise<void> {
  const records = units.map(({ quarantine, ...unit }) => ({
    ...unit,
    quarantinedAt: quarantine?.at ?? null,
    quarantineReason: quarantine?.reason ?? null,
  }));
  const updated = await tx.execute(sql`
    UPDATE kit_instance t
    SET home = u.home, condition = u.condition, awaiting_inspection_since = u."awaitingInspectionSince",
      quarantined_at = u."quarantinedAt", quarantine_reason = u."quarantineReason",
      not_seen_since = u."notSeenSince", version = u.version
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS u (id uuid, home text, condition text,
      "awaitingInspectionSince" timestamptz, "quarantinedAt" timestamptz, "quarantineReason" text,
      "notSeenSince" timestamptz, version integer, "seenVersion" integer)
    WHERE t.id = u.id AND t.version = u."seenVersion"`);
  if (updated !== units.length) throw changedMeanwhile();
}

/** Whoever had a kit has had it until the moment at which the next one has it: no hole, no overlap. */
async function passOn(tx: Tx, units: readonly Unit[]): Promise<void> {
  const records = units.map(({ id, condition, custody }) => ({ kitInstanceId: id, condition, ...custody }));
  const lines = sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS c ("kitInstanceId" uuid,
    condition text, "holderId" uuid, since timestamptz, "kitAssignmentId" uuid, "eventId" uuid)`;
  await tx.execute(sql`
    UPDATE kit_custody t SET until_at = c.since FROM ${lines}
    WHERE t.kit_instance_id = c."kitInstanceId" AND t.until_at IS NULL`);
  await tx.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, holder_id, kit_assignment_id, event_id, from_at, condition)
    SELECT gen_random_uuid(), c."kitInstanceId", c."holderId", c."kitAssignmentId", c."eventId", c.since, c.condition
    FROM ${lines}`);
}

function changedMeanwhile() {
  return conflict("A kit was changed by somebody else just now. Reload it.");
}
