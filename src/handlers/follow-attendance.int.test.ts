import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { env } from "@/env";
import { approveInput } from "@/modules/bookings/inputs";
import {
  approveHoursInput,
  askCheckInInput,
  checkInInput,
  checkOutInput,
  correctHoursInput,
  reportNoShowInput,
  timesheetInput,
} from "@/modules/staffing/inputs/attendance";
import { hours } from "@/modules/staffing/module";
import { arrivalsOf } from "@/modules/staffing/queries/arrivals";
import { crewOfEvent } from "@/modules/staffing/queries/crew";
import { codeOfEvent } from "@/modules/staffing/queries/event-code";
import { timesheet } from "@/modules/staffing/queries/timesheet";
import { acceptedShift, agentOf, attend, eventAroundNow } from "@/testing/attended-shifts";
import { admin, manager } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { assumeCheckOuts } from "./workflow/assume-check-outs";

let world: HandledWorld;
beforeAll(async () => {
  // Read once and kept for the secret; the address itself is never dialed.
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  env();
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

let month = 0;
/** An event of the manager's that began, or begins, so many minutes from now and lasts four hours. */
async function event(startsIn = 30): Promise<string> {
  month += 1;
  const booking = await world.submitted([`2035-${String(month).padStart(2, "0")}-06T10:00`]);
  const eventDates = await world.dates(booking.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates }) });
  const [row] = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE booking_id = ${booking.bookingId}`);
  const eventId = row?.id ?? "";
  await eventAroundNow(world.database, { eventId, startsIn, lasts: 240 });
  return eventId;
}

const here = { latitude: 40.7536, longitude: -73.9832, accuracy: 12 };
const checkIn = (assignmentId: string, more: object = {}) => ({
  type: "checkIn" as const,
  ...checkInInput.parse({ assignmentId, verificationMethod: "gps", location: here, ...more }),
});
const checkOut = (assignmentId: string, more: object = {}) => ({
  type: "checkOut" as const,
  ...checkOutInput.parse({ assignmentId, reason: "The crowd left.", ...more }),
});
const noShow = (assignmentId: string) => ({
  type: "reportNoShow" as const,
  ...reportNoShowInput.parse({ assignmentId }),
});

const factsOf = (assignmentId: string) =>
  world.database.query<{ type: string; source: string; metadata: object; correlation_id: string }>(sql`
    SELECT type, source, metadata, correlation_id FROM event_log
    WHERE payload ->> 'assignmentId' = ${assignmentId} ORDER BY position`);

const messagesTo = (personId: string) =>
  world.database.query<{ kind: string }>(sql`
    SELECT kind FROM notification WHERE recipient_id = ${personId} ORDER BY created_at, kind`);

async function period() {
  const [row] = await world.database.query<{ from: string; to: string }>(sql`
    SELECT (now() - interval '1 day')::date::text AS from, (now() + interval '1 day')::date::text AS to`);
  return timesheetInput.parse({ ...row });
}

test("two phones at once are one check-in, and the phone’s clock decides nothing", async () => {
  const { assignmentId, userId } = await acceptedShift(world.database, await event(), "Bo Twice");
  const deviceTime = "2020-01-01T10:00:00Z";
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      attend(world.database, checkIn(assignmentId, { deviceTime }), agentOf(userId)),
    ),
  );
  expect(new Set(answers.map(({ result }) => result.checkedInAt)).size).toBe(1);
  const facts = await factsOf(assignmentId);
  expect(facts).toMatchObject([
    {
      type: "STAFF_CHECKED_IN",
      source: "staffing.check-in",
      metadata: { deviceTime, locationSource: "device", actorRole: "agent" },
    },
  ]);
  const [mine] = await arrivalsOf(world.database, agentOf(userId));
  expect(mine).toMatchObject({
    status: "checked_in",
    isLate: false,
    proof: { grade: "inside", distanceM: 0 },
  });
});

test("a code that the manager shows now lets in, whatever else does not", async () => {
  const eventId = await event();
  const { assignmentId, userId } = await acceptedShift(world.database, eventId, "Cy Code");
  const code = await codeOfEvent(world.database, manager, eventId);
  const byCode = (given: string) =>
    attend(
      world.database,
      checkIn(assignmentId, { verificationMethod: "qrcode", location: undefined, code: given }),
      agentOf(userId),
    );
  await expect(byCode("00000x")).rejects.toMatchObject({ details: { rule: "code_wrong" } });
  const other = await codeOfEvent(world.database, manager, await event());
  await expect(byCode(other.token)).rejects.toMatchObject({ details: { rule: "code_wrong" } });
  await expect(byCode(code.token)).resolves.toMatchObject({
    result: { status: "checked_in", grade: "inside" },
  });
});

test("who cannot prove it asks the manager, who sees how far away they are and no position", async () => {
  const eventId = await event();
  const { assignmentId, userId } = await acceptedShift(world.database, eventId, "Di Doubt");
  const away = { latitude: 40.7057, longitude: -74.0017, accuracy: 20 };
  await expect(
    attend(world.database, checkIn(assignmentId, { location: away }), agentOf(userId)),
  ).rejects.toMatchObject({ details: { rule: "not_at_venue", data: { distanceM: 5550 } } });
  const ask = { type: "askCheckIn" as const, ...askCheckInInput.parse({ assignmentId, location: away }) };
  await attend(world.database, ask, agentOf(userId));
  await world.settled();
  expect(await messagesTo(manager.id)).toContainEqual({ kind: "check-in-asked" });
  const crew = await crewOfEvent(world.database, manager, eventId);
  expect(crew.items[0]).toMatchObject({ ask: { grade: "outside", distanceM: 5550 }, can: { checkIn: true } });
  expect(JSON.stringify(crew)).not.toContain("40.7");
  const confirmed = checkIn(assignmentId, { verificationMethod: "manager", location: undefined });
  await attend(world.database, confirmed, manager);
  const venue = await world.database.query(sql`
    SELECT FROM event_log WHERE payload ->> 'assignmentId' = ${assignmentId} AND type = 'STAFF_CHECKED_IN'
      AND payload -> 'location' = '{"latitude": 40.7536, "longitude": -73.9832, "accuracy": 150}'`);
  expect(venue).toHaveLength(1);
});

test("a no-show opens the rest of the shift, and a late arrival takes it back", async () => {
  const eventId = await event(-30);
  const { assignmentId, userId, slotId } = await acceptedShift(world.database, eventId, "Ed Late");
  await attend(world.database, noShow(assignmentId), manager);
  await world.settled();
  const slots = () =>
    world.database.query<{ id: string; status: string; replaces: string | null }>(sql`
      SELECT id, status, replaces_assignment_id AS replaces FROM staff_slot
      WHERE id = ${slotId} OR replaces_assignment_id = ${assignmentId} ORDER BY replaces_assignment_id NULLS FIRST`);
  expect(await slots()).toMatchObject([
    { id: slotId, status: "closed" },
    { status: "open", replaces: assignmentId },
  ]);
  const late = await attend(world.database, checkIn(assignmentId), agentOf(userId));
  expect(late.result.status).toBe("checked_in");
  expect(await slots()).toMatchObject([{ status: "open" }, { status: "closed" }]);
  await world.settled();
  const kinds = (await messagesTo(admin.id)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["staff-missing", "staff-late"]));
  expect((await factsOf(assignmentId)).map(({ type, metadata }) => [type, "corrected" in metadata])).toEqual([
    ["STAFF_NO_SHOW", false],
    ["STAFF_CHECKED_IN", true],
  ]);
});

test("a forgotten check-out is assumed once, confirmed by a person, and paid as approved", async () => {
  const eventId = await event(-400);
  const { assignmentId, userId } = await acceptedShift(world.database, eventId, "Flo Forgot");
  await world.database.execute(sql`
    UPDATE staff_assignment SET status = 'checked_in', checked_in_at = starts_at WHERE id = ${assignmentId}`);
  await Promise.all([assumeCheckOuts(world.database), assumeCheckOuts(world.database)]);
  await world.settled();
  expect(await factsOf(assignmentId)).toMatchObject([
    { type: "STAFF_CHECKED_OUT", source: "staffing.assume-check-out", metadata: { userId: "system" } },
  ]);
  expect(await messagesTo(userId)).toEqual([{ kind: "hours-assumed" }]);
  const input = { ...(await period()), eventId: timesheetInput.shape.eventId.parse(eventId) };
  const look = async () => (await timesheet(world.database, admin, input)).lines[0];
  expect(await look()).toMatchObject({
    state: "assumed",
    hoursWorked: 4,
    paidHours: 4,
    overtimeHours: 0,
    pay: { rate: 20, currency: "USD", amount: 80 },
  });
  const correct = {
    type: "correctHours" as const,
    ...correctHoursInput.parse({ assignmentId, hoursWorked: 3.5, reason: "A long break." }),
  };
  await attend(world.database, correct, manager);
  const approve = {
    type: "approveHours" as const,
    ...approveHoursInput.parse({ assignmentIds: [assignmentId] }),
  };
  await runCommand(world.database, hours, approve, { actor: admin });
  expect(await look()).toMatchObject({
    state: "approved",
    hoursWorked: 3.5,
    correction: { previousHours: 4, reason: "A long break.", byName: "Mia Manager" },
    approval: { byName: "Ana Admin" },
    pay: { amount: 70 },
    can: { approveHours: false, correctHours: true },
  });
  expect((await timesheet(world.database, manager, input)).lines).toMatchObject([{ pay: null }]);
  const own = await timesheet(world.database, agentOf(userId), input);
  expect(own.lines).toMatchObject([
    { pay: { amount: 70 }, can: { correctHours: false, approveHours: false } },
  ]);
  expect((await timesheet(world.database, agentOf(admin.id), input)).lines).toEqual([]);
});

test("leaving early takes a reason, and the hours are the server’s", async () => {
  const { assignmentId, userId } = await acceptedShift(world.database, await event(-60), "Gus Early");
  const actor = agentOf(userId);
  await attend(world.database, checkIn(assignmentId), actor);
  await world.database.execute(sql`
    UPDATE staff_assignment SET checked_in_at = now() - interval '90 minutes' WHERE id = ${assignmentId}`);
  await expect(
    attend(world.database, checkOut(assignmentId, { reason: undefined }), actor),
  ).rejects.toMatchObject({
    details: { fields: { reason: expect.any(String) } },
  });
  const { result } = await attend(world.database, checkOut(assignmentId, { breakMinutes: 30 }), actor);
  expect(result.hoursWorked).toBeCloseTo(1, 2);
  const again = await attend(world.database, checkOut(assignmentId), actor);
  expect(again).toMatchObject({ eventIds: [], result: { hoursWorked: result.hoursWorked } });
});
