import { runCommand } from "@/commands/run-command";
import type { Actor } from "@/commands/actor";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import type { CommandOf } from "@/modules/staffing/commands";
import { acceptInput, createAssignmentInput, rejectInput, withdrawInput } from "@/modules/staffing/inputs";
import { rosters, shifts } from "@/modules/staffing/module";
import { admin, manager, testId } from "./builders/actors";
import { insertStaff } from "./builders/staff-rows";
import { createHandledWorld } from "./handled-world";

/** One assignment as a test reads it. */
export interface AssignmentRow {
  readonly id: string;
  readonly slot_id: string;
  readonly event_id: string;
  readonly user_id: string;
  readonly status: string;
}

const role = "Host";
/** Whatever else is at the venue then. */
const override = { reason: "Agreed by phone." };

/** A handled world in which people can be asked for shifts as hosts. */
export async function createStaffedWorld(options: { readonly people: number }) {
  const world = await createHandledWorld({ mail: false });
  const { database } = world;
  const people = Array.from({ length: options.people }, (_, index) => testId(2, 100 + index));
  await insertStaff(
    database,
    people.map((id, index) => ({
      id,
      name: `Agent ${String(index).padStart(3, "0")}`,
      roles: [role],
      papers: [],
    })),
  );

  /** The event of the manager's on this date with so many open places, and their ids in the order of seats. */
  async function staffed(localStart: string, headcount: number) {
    const booking = await world.submitted([localStart], undefined, [{ role, headcount }]);
    const eventDates = await world.dates(booking.bookingId);
    await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates, override }) });
    const [event] = await database.query<{ id: string }>(sql`
      UPDATE event_instance SET manager_id = ${manager.id}, status = 'assigned'
      WHERE booking_id = ${booking.bookingId} RETURNING id`);
    const eventId = event?.id ?? "";
    const slots = await database.query<{ id: string }>(sql`
      SELECT id FROM staff_slot WHERE event_id = ${eventId} ORDER BY seat`);
    return { bookingId: booking.bookingId, eventId, slotIds: slots.map(({ id }) => id) };
  }

  async function offer(pairs: readonly (readonly [slotId: string, userId: string])[], terms: object = {}) {
    const assignments = pairs.map(([slotId, userId]) => ({ slotId, userId }));
    const input = createAssignmentInput.parse({ assignments, offer: terms });
    const { result } = await runCommand(
      database,
      rosters,
      { type: "createAssignment", ...input },
      { actor: admin },
    );
    return result.assignments.map(({ assignmentId }) => assignmentId);
  }

  const answer = (command: CommandOf<"accept" | "reject" | "withdraw">, actor: Actor = admin) =>
    runCommand(database, shifts, command, { actor });
  const accept = (assignmentId: string, actor?: Actor) =>
    answer({ type: "accept", ...acceptInput.parse({ assignmentId }) }, actor);
  const reject = (assignmentId: string, actor?: Actor) =>
    answer({ type: "reject", ...rejectInput.parse({ assignmentId }) }, actor);
  const withdraw = (assignmentId: string, actor?: Actor) =>
    answer({ type: "withdraw", ...withdrawInput.parse({ assignmentId, reason: "Ill." }) }, actor);

  const assignments = (eventId: string) =>
    database.query<AssignmentRow>(sql`
      SELECT id, slot_id, event_id, user_id, status FROM staff_assignment
      WHERE event_id = ${eventId} ORDER BY created_at, id`);

  /** Lets the deadlines of these offers pass. */
  const letPass = (assignmentIds: readonly string[]) =>
    database.execute(sql`
      UPDATE staff_assignment SET response_deadline = now() - interval '1 second'
      WHERE id = ANY (${[...assignmentIds]}::uuid[])`);

  return { world, people, staffed, offer, accept, reject, withdraw, assignments, letPass };
}

export type StaffedWorld = Awaited<ReturnType<typeof createStaffedWorld>>;
