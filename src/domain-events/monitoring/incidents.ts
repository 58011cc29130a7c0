import { randomUUID } from "node:crypto";
import type { Database, Queryable, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Reading } from "./readings";
import { type AlarmName, thresholds } from "./thresholds";

/** A limit that is or was broken, from the first reading to the last. */
export interface Incident {
  readonly id: string;
  readonly alarm: AlarmName;
  /** A handler or an instance; empty where it is the whole log. */
  readonly subject: string;
  readonly value: number;
  readonly worst: number;
  readonly detail: string;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
}

/** Tells people about an incident, in the transaction that opens or closes it: never twice, never without it. */
export interface Announcer {
  raised(tx: Tx, incident: Incident): Promise<void>;
  resolved(tx: Tx, incident: Incident): Promise<void>;
}

/** An incident is over when its limit was kept for so long, so that a value on the edge raises one and not ten. */
export const CALM_MS = 60_000;

/** Keeps several processes from opening and closing incidents at once; the number only has to be unlike others. */
const INCIDENTS_LOCK = 72707371;

/**
 * Opens an incident for each broken limit that has none, keeps the open ones up to date, and closes those whose
 * limit has been kept for a minute. Each is announced once, however many processes look.
 */
export async function settleIncidents(
  db: Database,
  found: readonly Reading[],
  announcer: Announcer,
  calmMs: number = CALM_MS,
): Promise<void> {
  const broken = found.filter((one) => one.isBroken);
  await db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${INCIDENTS_LOCK})`);
    for (const incident of await openNew(tx, broken)) await announcer.raised(tx, incident);
    for (const incident of await closeCalm(tx, broken, calmMs)) await announcer.resolved(tx, incident);
  });
}

async function openNew(tx: Tx, broken: readonly Reading[]): Promise<readonly Incident[]> {
  const rows = JSON.stringify(broken.map((one) => ({ ...one, id: randomUUID() })));
  const written = await tx.query<IncidentRow & { is_new: boolean }>(sql`
    INSERT INTO monitoring_incident AS i (id, alarm, subject, value, worst, detail)
    SELECT id, alarm, subject, value, value, detail
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS b (id uuid, alarm text, subject text, value double precision, detail text)
    ON CONFLICT (alarm, subject) WHERE resolved_at IS NULL DO UPDATE
    SET value = excluded.value, detail = excluded.detail, clear_since = NULL,
      worst = CASE WHEN i.alarm = ANY (${KEPT_AT_LEAST}::text[])
        THEN least(i.worst, excluded.value) ELSE greatest(i.worst, excluded.value) END
    RETURNING id, alarm, subject, value, worst, detail, opened_at, resolved_at, xmax = 0 AS is_new`);
  return written.filter((row) => row.is_new).flatMap(toIncident);
}

const KEPT_AT_LEAST = Object.values(thresholds)
  .filter(({ keep }) => keep === "at least")
  .map(({ alarm }) => alarm);

async function closeCalm(tx: Tx, broken: readonly Reading[], calmMs: number): Promise<readonly Incident[]> {
  await tx.execute(sql`
    UPDATE monitoring_incident SET clear_since = coalesce(clear_since, clock_timestamp())
    WHERE resolved_at IS NULL AND clear_since IS NULL AND (alarm, subject) NOT IN (
      SELECT * FROM unnest(${broken.map((one) => one.alarm)}::text[], ${broken.map((one) => one.subject)}::text[]))`);
  const closed = await tx.query<IncidentRow>(sql`
    UPDATE monitoring_incident SET resolved_at = clock_timestamp()
    WHERE resolved_at IS NULL
      AND clear_since <= clock_timestamp() - ${calmMs}::integer * interval '1 millisecond'
    RETURNING id, alarm, subject, value, worst, detail, opened_at, resolved_at`);
  return closed.flatMap(toIncident);
}

interface IncidentRow {
  readonly id: string;
  readonly alarm: string;
  readonly subject: string;
  readonly value: number;
  readonly worst: number;
  readonly detail: string;
  readonly opened_at: Date;
  readonly resolved_at: Date | null;
}

const INCIDENTS_MAX = 50;

/** Open incidents, then the latest closed ones; at most 50. */
export async function readIncidents(db: Queryable): Promise<readonly Incident[]> {
  const rows = await db.query<IncidentRow>(sql`
    SELECT id, alarm, subject, value, worst, detail, opened_at, resolved_at FROM monitoring_incident
    ORDER BY resolved_at IS NOT NULL, opened_at DESC LIMIT ${INCIDENTS_MAX}`);
  return rows.flatMap(toIncident);
}

/** None for an alarm that this release does not know: another one raised it. */
function toIncident(row: IncidentRow): readonly Incident[] {
  const { alarm, opened_at, resolved_at, ...rest } = row;
  if (!isAlarm(alarm)) return [];
  const { id, subject, value, worst, detail } = rest;
  return [{ id, alarm, subject, value, worst, detail, openedAt: opened_at, resolvedAt: resolved_at }];
}

function isAlarm(name: string): name is AlarmName {
  return Object.hasOwn(thresholds, name);
}
