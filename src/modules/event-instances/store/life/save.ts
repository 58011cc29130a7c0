import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import { attachPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventLifeCommand, LifeCommandOf } from "@/modules/event-instances/life/commands";
import type { EventIssue, EventLife, PreparationTask } from "@/modules/event-instances/life/event-life";

/** Writes what changed: the event's own row, its tasks, its issues and its venue, one statement each. */
export async function saveLife(
  tx: Tx,
  change: {
    readonly before: EventLife;
    readonly after: EventLife;
    /** None for one of two events that trade places. */
    readonly command?: EventLifeCommand;
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { before, after, command, context } = change;
  const tasks = changedOf(before.tasks, after.tasks);
  const issues = changedOf(before.issues, after.issues);
  await Promise.all([
    ...(after.version === before.version ? [] : [updateEvent(tx, before, after, context.now)]),
    ...(tasks.length > 0 ? [upsertTasks(tx, after.id, tasks)] : []),
    ...(issues.length > 0 ? [updateIssues(tx, issues)] : []),
    ...(before.venue?.confirmed && !after.venue?.confirmed ? [dropConfirmation(tx, after.id)] : []),
    ...(command?.type === "reportIssue" ? [hangPhotos(tx, command, context.now)] : []),
  ]);
}

function changedOf<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const known = new Set(before);
  return after.filter((item) => !known.has(item));
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function updateEvent(tx: Tx, before: EventLife, after: EventLife, now: string): Promise<void> {
  const outcome = after.outcome === null ? null : JSON.stringify(after.outcome);
  const updated = await tx.execute(sql`
    UPDATE event_instance
    SET status = ${after.status}, hold_reason = ${after.holdReason}, cancelled_reason = ${after.cancelledReason},
      manager_id = ${after.managerId}, local_start = ${after.localStart}, starts_at = ${after.startsAt},
      ends_at = ${after.endsAt}, clock_note = ${after.clockNote}, actual_start = ${after.actualStart},
      actual_end = ${after.actualEnd}, outcome = ${outcome}::jsonb, follow_ups = ${[...after.followUps]}::text[],
      readiness_lost_at = ${after.readinessLost?.at ?? null},
      readiness_lost_reasons = ${[...(after.readinessLost?.reasons ?? [])]}::text[],
      version = ${after.version}, updated_at = ${now}
    WHERE id = ${after.id} AND version = ${before.version}`);
  if (updated !== 1) throw conflict("This event was changed by somebody else just now. Reload it.");
}

async function upsertTasks(tx: Tx, eventId: string, tasks: readonly PreparationTask[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO preparation_task (id, event_id, kind, description, assigned_to, due_at, minutes_before, status,
      done_by, done_at, evidence)
    SELECT t.id, ${eventId}, t.kind, t.description, t."assignedTo", t."dueAt", t."minutesBefore", t.status, t."doneBy",
      t."doneAt", t.evidence
    FROM jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) AS t (id uuid, kind text, description text,
      "assignedTo" uuid, "dueAt" timestamptz, "minutesBefore" integer, status text, "doneBy" text,
      "doneAt" timestamptz, evidence uuid)
    ON CONFLICT (id) DO UPDATE SET assigned_to = excluded.assigned_to, due_at = excluded.due_at,
      status = excluded.status, done_by = excluded.done_by, done_at = excluded.done_at, evidence = excluded.evidence`);
}

async function updateIssues(tx: Tx, issues: readonly EventIssue[]): Promise<void> {
  await tx.execute(sql`
    UPDATE event_issue e
    SET status = i.status, severity = i.severity, due_at = i."dueAt", escalations = i.escalations,
      merged_into = i."mergedInto", acknowledged_by = i."acknowledgedBy", acknowledged_at = i."acknowledgedAt",
      resolved_by = i."resolvedBy", resolved_at = i."resolvedAt", resolution = i.resolution
    FROM jsonb_to_recordset(${JSON.stringify(issues)}::jsonb) AS i (id uuid, status text, severity text,
      "dueAt" timestamptz, escalations integer, "mergedInto" uuid, "acknowledgedBy" text, "acknowledgedAt" timestamptz,
      "resolvedBy" text, "resolvedAt" timestamptz, resolution text)
    WHERE e.id = i.id`);
}

function hangPhotos(tx: Tx, { photoIds, eventId }: LifeCommandOf<"reportIssue">, at: string): Promise<void> {
  return attachPhotos(tx, photoIds, { subject: "event", recordId: eventId, eventId, at });
}

/** At once, not only when the workflow hears of the move: nobody may start on a confirmation of another date. */
async function dropConfirmation(tx: Tx, eventId: string): Promise<void> {
  await tx.execute(sql`UPDATE event_venue_standing SET confirmed = false WHERE event_id = ${eventId}`);
}
