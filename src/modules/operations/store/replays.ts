import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { ReplayCommand } from "@/modules/operations/commands";
import { REPLAY_OPEN_MAX, REPLAY_STEP_MAX } from "@/modules/operations/inputs";
import {
  NO_REPLAY,
  type ReplayCursor,
  type ReplayedFact,
  type ReplayState,
} from "@/modules/operations/replays";

/** Facts that one step looks at, however few of them it takes. */
export const LOOKED_AT_MAX = 5_000;

/**
 * The next step of a replay: what the handler hears in the range, without what is open with it anyway. The lock on
 * the handler lets one step at a time choose the numbers of the runs.
 */
export async function load(
  tx: Tx,
  command: ReplayCommand,
): Promise<{ state: ReplayState; outside: undefined }> {
  const [known] = await tx.query(sql`
    SELECT name FROM event_handler WHERE name = ${command.handler} FOR NO KEY UPDATE`);
  if (!known) return { state: NO_REPLAY, outside: undefined };
  const [open] = await tx.query<{ waiting: number }>(sql`
    SELECT count(*)::integer AS waiting FROM (
      SELECT FROM event_delivery WHERE handler = ${command.handler} AND run > 0
      LIMIT ${REPLAY_OPEN_MAX + 1}::integer) AS counted`);
  const waiting = open?.waiting ?? 0;
  const room = Math.min(REPLAY_STEP_MAX, REPLAY_OPEN_MAX - waiting);
  const found = room <= 0 ? { facts: [], next: startOf(command) } : await nextFacts(tx, command, room);
  return { state: { ...found, isKnown: true, waiting, queued: 0 }, outside: undefined };
}

function startOf({ after, from }: ReplayCommand): ReplayCursor {
  return after ?? { recordedAt: from, position: "0" };
}

interface StepRow {
  readonly looked: number;
  readonly last_at: Date | null;
  readonly last_position: string | null;
  readonly event_id: string | null;
  readonly recorded_at: Date;
  readonly position_text: string;
  readonly order_key: string;
  readonly run: number;
  readonly type: string;
  readonly category: string;
  readonly expires_on_text: string;
}

async function nextFacts(
  tx: Tx,
  command: ReplayCommand,
  room: number,
): Promise<{ facts: readonly ReplayedFact[]; next: ReplayCursor | null }> {
  const rows = await tx.query<StepRow>(stepStatement(command, room));
  const facts = rows.flatMap((row) => (row.event_id === null ? [] : [replayedFact(row, row.event_id)]));
  const last = facts.at(-1);
  if (facts.length === room && last) {
    return { facts, next: { recordedAt: last.recordedAt, position: last.position } };
  }
  const [step] = rows;
  const isThrough = !step || step.looked < LOOKED_AT_MAX || !step.last_at || step.last_position === null;
  const next = isThrough ? null : { recordedAt: step.last_at.toISOString(), position: step.last_position };
  return { facts, next };
}

function replayedFact(row: StepRow, factId: string): ReplayedFact {
  return {
    factId,
    recordedAt: row.recorded_at.toISOString(),
    position: row.position_text,
    orderKey: row.order_key,
    run: row.run,
    type: row.type,
    category: row.category,
    expiresOn: row.expires_on_text,
  };
}

/** A range in time of the facts that a handler hears today, as rows `l`. */
export function heardRange(range: Pick<ReplayCommand, "handler" | "from" | "to" | "factType">) {
  return sql`l.recorded_at >= ${range.from}::timestamptz AND l.recorded_at < ${range.to}::timestamptz
    AND l.type = ANY (ARRAY(
      SELECT s.type FROM event_subscription s
      WHERE s.handler = ${range.handler} AND s.until IS NULL
        AND (${range.factType ?? null}::text IS NULL OR s.type = ${range.factType ?? null})))`;
}

const stepStatement = (command: ReplayCommand, room: number) => sql`
  WITH looked AS MATERIALIZED (
    SELECT l.id, l.position, l.recorded_at, l.type, l.category, l.expires_on, h.name AS handler,
      CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END AS order_key
    FROM event_log l JOIN event_handler h ON h.name = ${command.handler}
    WHERE ${heardRange(command)}
      AND (l.recorded_at, l.position) > (${startOf(command).recordedAt}::timestamptz,
        ${startOf(command).position}::bigint)
    ORDER BY l.recorded_at, l.position LIMIT ${LOOKED_AT_MAX}::integer
  ), chosen AS MATERIALIZED (
    SELECT c.*, 1 + coalesce((
        SELECT max(a.run) FROM event_attempt a
        WHERE a.event_id = c.id AND a.handler = c.handler AND a.expires_on = c.expires_on AND a.closes), 0) AS run
    FROM looked c
    WHERE NOT EXISTS (
        SELECT FROM event_delivery d
        WHERE d.handler = c.handler AND d.order_key = c.order_key AND d.position = c.position)
      AND NOT (${command.onlyNeverDelivered}::boolean AND EXISTS (
        SELECT FROM event_attempt a
        WHERE a.event_id = c.id AND a.handler = c.handler AND a.expires_on = c.expires_on AND a.closes
          AND a.outcome = 'done'))
    ORDER BY c.recorded_at, c.position LIMIT ${room}::integer
  ), seen AS (
    SELECT count(*)::integer AS looked, max(recorded_at) AS last_at,
      (array_agg(position ORDER BY recorded_at DESC, position DESC))[1]::text AS last_position
    FROM looked
  )
  SELECT s.looked, s.last_at, s.last_position, c.id AS event_id, c.recorded_at, c.position::text AS position_text,
    c.order_key, c.run, c.type, c.category, c.expires_on::text AS expires_on_text
  FROM seen s LEFT JOIN chosen c ON true
  ORDER BY c.recorded_at, c.position`;

/** Queues the step: one delivery per fact, due at once, a further run of the same fact. */
export async function save(
  tx: Tx,
  { before: { facts }, command }: { readonly before: ReplayState; readonly command: ReplayCommand },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO event_delivery (handler, order_key, position, run, event_id, type, category, recorded_at,
      expires_on, due_at, side_effects)
    SELECT ${command.handler}, f.order_key, f.position, f.run, f.event_id, f.type, f.category, f.recorded_at,
      f.expires_on, clock_timestamp(), ${command.sideEffects}::boolean
    FROM unnest(${facts.map((fact) => fact.orderKey)}::text[], ${facts.map((fact) => fact.position)}::bigint[],
      ${facts.map((fact) => fact.run)}::integer[], ${facts.map((fact) => fact.factId)}::uuid[],
      ${facts.map((fact) => fact.type)}::text[], ${facts.map((fact) => fact.category)}::text[],
      ${facts.map((fact) => fact.recordedAt)}::timestamptz[], ${facts.map((fact) => fact.expiresOn)}::date[])
      AS f (order_key, position, run, event_id, type, category, recorded_at, expires_on)`);
}
