import "server-only";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { StaffingCommand } from "@/modules/staffing/commands";
import type { Staffing, StaffingOutside } from "@/modules/staffing/staffing";
import { readAssignments, readCommitments, readEvents, readPeople, readSlots } from "./read";

/**
 * Locks the events in question and then, for an acceptance, the person: always in this order and each in the order of
 * ids, so that two commands about one slot or one person come one after the other and never wait for each other. The
 * locks are statements of their own: a single one would see the rows as they were before it had to wait.
 */
export async function load(
  tx: Tx,
  command: StaffingCommand,
): Promise<{ readonly state: Staffing; readonly outside: StaffingOutside }> {
  const slotIds = await slotsOf(tx, command);
  const eventIds = await lockEvents(tx, slotIds);
  if (command.type === "accept") await lockPersonOf(tx, command.assignmentId);
  const ids = sql`${[...slotIds]}::uuid[]`;
  const state: Staffing = {
    events: await readEvents(tx, eventIds),
    slots: await readSlots(tx, sql`s.id = ANY (${ids})`),
    assignments: await readAssignments(tx, sql`a.slot_id = ANY (${ids})`),
    standby: [],
  };
  return { state, outside: await readOutside(tx, command, state) };
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
  if (found.length !== slotIds.length) throw notFound("slot");
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

async function readOutside(tx: Tx, command: StaffingCommand, state: Staffing): Promise<StaffingOutside> {
  switch (command.type) {
    case "createAssignment": {
      const people = await readPeople(tx, [...new Set(command.assignments.map(({ userId }) => userId))]);
      return { people, commitments: [] };
    }
    case "accept": {
      const taken = state.assignments.filter(({ id }) => id === command.assignmentId);
      const read = taken.map((one) => readCommitments(tx, [one.userId], one));
      return { people: [], commitments: (await Promise.all(read)).flat() };
    }
    default:
      return { people: [], commitments: [] };
  }
}
