import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { StaffingCommand } from "@/modules/staffing/commands";
import { rankCandidates } from "@/modules/staffing/queries/candidates";
import {
  type Assignment,
  assignmentOf,
  isLive,
  slotOf,
  type Staffing,
  type StaffingOutside,
} from "@/modules/staffing/staffing";
import { successionOf } from "@/modules/staffing/succession";
import { ASKED_KILOMETERS_MAX } from "@/values/travel";
import { readAssignments, readCommitments, readEvents, readPeople, readSlots, readStandby } from "./read";

/**
 * Locks the events in question and then, for an acceptance, the person: always in this order and each in the order of
 * ids, so that two commands about one slot or one person come one after the other and never wait for each other. The
 * locks are statements of their own: a single one would see the rows as they were before it had to wait.
 */
export async function load(
  tx: Tx,
  command: StaffingCommand,
  context: DecisionContext,
): Promise<{ readonly state: Staffing; readonly outside: StaffingOutside }> {
  const slotIds = await slotsOf(tx, command);
  const eventIds = await lockEvents(tx, slotIds);
  if (command.type === "accept") await lockPersonOf(tx, command.assignmentId);
  const ids = sql`${[...slotIds]}::uuid[]`;
  const state: Staffing = {
    events: await readEvents(tx, eventIds),
    slots: await readSlots(tx, sql`s.id = ANY (${ids})`),
    assignments: await readAssignments(tx, sql`a.slot_id = ANY (${ids})`),
    standby: await readStandby(tx, slotIds),
  };
  return { state, outside: await readOutside(tx, command, state, context.now) };
}

/** The slots that a command decides about. Throws `NOT_FOUND` for what is not there. */
async function slotsOf(tx: Tx, command: StaffingCommand): Promise<readonly string[]> {
  switch (command.type) {
    case "createAssignment":
      return existing(tx, [...new Set(command.assignments.map(({ slotId }) => slotId))]);
    case "offer":
      return slotsOfAssignments(tx, command.assignmentIds);
    case "accept":
    case "reject":
    case "withdraw":
    case "expire":
      return slotsOfAssignments(tx, [command.assignmentId]);
    case "releaseStaff":
      return idsOf(tx, sql`SELECT id FROM staff_slot WHERE event_id = ${command.eventId}`);
    case "joinStandby":
    case "succeed":
      return existing(tx, [command.slotId]);
    case "moveShifts":
      return idsOf(
        tx,
        sql`SELECT id FROM staff_slot WHERE event_id = ${command.eventId} AND status = 'open'`,
      );
    case "withdrawClashing":
      return slotsClashing(tx, command.assignmentId);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown staffing command ${JSON.stringify(command)}`);
}

async function idsOf(tx: Tx, statement: ReturnType<typeof sql>): Promise<readonly string[]> {
  return (await tx.query<{ id: string }>(statement)).map(({ id }) => id);
}

async function existing(tx: Tx, slotIds: readonly string[]): Promise<readonly string[]> {
  const found = await idsOf(tx, sql`SELECT id FROM staff_slot WHERE id = ANY (${[...slotIds]}::uuid[])`);
  if (found.length !== slotIds.length) throw notFound("shift");
  return found;
}

async function slotsOfAssignments(tx: Tx, assignmentIds: readonly string[]): Promise<readonly string[]> {
  const wanted = [...new Set(assignmentIds)];
  const rows = await tx.query<{ id: string; slot_id: string }>(sql`
    SELECT id, slot_id FROM staff_assignment WHERE id = ANY (${wanted}::uuid[])`);
  if (rows.length !== wanted.length) throw notFound("shift");
  return [...new Set(rows.map(({ slot_id }) => slot_id))];
}

/** That of the shift which was taken, and those of the person's offers that share a moment with it. */
function slotsClashing(tx: Tx, assignmentId: string): Promise<readonly string[]> {
  return idsOf(
    tx,
    sql`
      SELECT DISTINCT o.slot_id AS id FROM staff_assignment t JOIN staff_assignment o ON o.user_id = t.user_id
      WHERE t.id = ${assignmentId} AND (o.id = t.id
        OR (o.status = 'offered' AND tstzrange(o.starts_at, o.ends_at) && tstzrange(t.starts_at, t.ends_at)))`,
  );
}

/** Nothing of these events changes until the command is through; their ids, sorted. */
async function lockEvents(tx: Tx, slotIds: readonly string[]): Promise<readonly string[]> {
  const eventIds = await idsOf(
    tx,
    sql`SELECT DISTINCT event_id AS id FROM staff_slot WHERE id = ANY (${[...slotIds]}::uuid[]) ORDER BY id`,
  );
  await tx.execute(sql`
    SELECT FROM event_instance WHERE id = ANY (${[...eventIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  return eventIds;
}

/** Whoever takes two shifts at once takes one after the other, so that the second sees the first. */
async function lockPersonOf(tx: Tx, assignmentId: string): Promise<void> {
  await tx.execute(sql`
    SELECT FROM person WHERE id = (SELECT user_id FROM staff_assignment WHERE id = ${assignmentId})
    FOR NO KEY UPDATE`);
}

const nothingElse: StaffingOutside = { people: [], commitments: [], ranked: [], misfits: [] };

async function readOutside(
  tx: Tx,
  command: StaffingCommand,
  state: Staffing,
  now: string,
): Promise<StaffingOutside> {
  switch (command.type) {
    case "createAssignment": {
      const people = await readPeople(tx, [...new Set(command.assignments.map(({ userId }) => userId))]);
      return { ...nothingElse, people };
    }
    case "joinStandby":
      return { ...nothingElse, people: await readPeople(tx, [command.userId]) };
    case "accept":
      return { ...nothingElse, ...(await readForAccept(tx, assignmentOf(state, command.assignmentId))) };
    case "succeed":
      return { ...nothingElse, ranked: await readRanked(tx, state, command.slotId, now) };
    case "moveShifts": {
      const asked = state.assignments.filter(isLive).map(({ userId }) => userId);
      const [window] = state.slots;
      const commitments = window ? await readCommitments(tx, [...new Set(asked)], window) : [];
      return { ...nothingElse, commitments };
    }
    default:
      return nothingElse;
  }
}

/** An overlap is looked at by itself, with what it overlaps; whoever accepts says that they are free. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(["overlap", "availability"]);

async function readForAccept(
  tx: Tx,
  { slotId, userId, startsAt, endsAt }: Assignment,
): Promise<Pick<StaffingOutside, "commitments" | "misfits">> {
  const commitments = await readCommitments(tx, [userId], { startsAt, endsAt });
  const { candidates } = await rankCandidates(tx, { slotId }, { userIds: [userId] });
  const blockers = candidates.flatMap(({ fit }) => fit.blockers);
  return { commitments, misfits: blockers.filter(({ kind }) => !TOLD_OTHERWISE.has(kind)) };
}

/** Nobody is looked for while the slot rests: ranking costs more than looking. */
async function readRanked(
  tx: Tx,
  state: Staffing,
  slotId: string,
  now: string,
): Promise<StaffingOutside["ranked"]> {
  if (successionOf(state, slotOf(state, slotId), [], now).kind !== "nobody-left") return [];
  const { candidates } = await rankCandidates(tx, { slotId });
  return candidates.filter(
    ({ fit, kilometers }) => fit.blockers.length === 0 && (kilometers ?? 0) <= ASKED_KILOMETERS_MAX,
  );
}
