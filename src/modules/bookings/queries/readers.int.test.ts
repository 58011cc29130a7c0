import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { sql } from "@/db/sql";
import {
  approveInput,
  cancelInput,
  createInput,
  listInput,
  rejectInput,
  requestChangesInput,
  updateInput,
} from "@/modules/bookings/inputs";
import { admin, clientPerson, manager, otherAdmin, testId } from "@/testing/builders/actors";
import { kitTemplateId, planOf, venues } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { bookingById } from "./detail";
import { listBookings } from "./list";
import { previewApproval, previewCancel } from "./previews";

/** What a booking's page, list and previews tell to whom. */

let world: HandledWorld;
const colleague = testId(2, 81);
const otherManager = testId(2, 82);

beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  await world.database.execute(sql`
    INSERT INTO person (id, name, email, role, client_id) VALUES
      (${colleague}, 'Cora Client', 'cora@people.example', 'client', ${clientPerson.clientId}),
      (${otherManager}, 'Max Manager', 'max@people.example', 'manager', NULL)`);
});
afterAll(() => world.close());

interface Ref {
  readonly bookingId: string;
  readonly version: number;
}

async function approved(localStarts: readonly string[], declined?: string) {
  const ref = await world.submitted(localStarts);
  const dates = await world.dates(ref.bookingId);
  const rest = dates.filter((date) => date !== declined);
  const input = {
    ...ref,
    eventDates: declined === undefined ? dates : rest.slice(0, -1),
    declinedDates: declined === undefined ? [] : [{ date: rest.at(-1), reason: "The park is closed." }],
    override: { reason: "The tests share one venue." },
  };
  return world.book(admin, { type: "approve", ...approveInput.parse(input) });
}

/** Gives the events of a booking to managers, by start. */
async function assign({ bookingId }: Ref, managers: readonly (string | null)[]) {
  await world.database.execute(sql`
    UPDATE event_instance e SET manager_id = m.id
    FROM (SELECT id, row_number() OVER (ORDER BY starts_at) AS place FROM event_instance
      WHERE booking_id = ${bookingId}) AS n
    JOIN unnest(${[...managers]}::uuid[]) WITH ORDINALITY AS m (id, place) ON m.place = n.place
    WHERE e.id = n.id`);
}

const seenBy = (reader: PersonActor, { bookingId }: Ref) => bookingById(world.database, reader, bookingId);

test("a manager reads neither what agency and client wrote to each other nor other managers' events", async () => {
  const booking = await approved(["2036-01-05T10:00", "2036-01-06T10:00", "2036-01-07T10:00"], "none");
  await assign(booking, [manager.id, otherManager]);
  const dates = async (reader: PersonActor) =>
    (await seenBy(reader, booking)).dates.map((date) => [date.reason, date.event !== null]);
  const whole = [
    [null, true],
    [null, true],
    ["The park is closed.", false],
  ];
  expect(await dates(admin)).toEqual(whole);
  expect(await dates(clientPerson)).toEqual(whole);
  expect(await dates(manager)).toEqual([
    [null, true],
    [null, false],
    [null, false],
  ]);

  const { bookingId, version } = await world.book(admin, {
    type: "cancel",
    ...cancelInput.parse({ ...booking, reason: "Budget cut." }),
  });
  expect(version).toBeGreaterThan(booking.version);
  expect((await seenBy(clientPerson, { bookingId, version })).cancellation).toMatchObject({
    reason: "Budget cut.",
  });
  expect((await seenBy(manager, { bookingId, version })).cancellation).toBeNull();
});

test("nor a change request or a rejection", async () => {
  const booking = await approved(["2036-01-08T10:00"]);
  await assign(booking, [manager.id]);
  const edited = await world.book(clientPerson, {
    type: "update",
    ...updateInput.parse({ ...booking, plan: planOf({ durationMinutes: 240 }) }),
  });
  const changes = [{ field: "plan", reason: "Four hours are too long." }];
  const asked = await world.book(admin, {
    type: "requestChanges",
    ...requestChangesInput.parse({ ...edited, changes }),
  });
  expect((await seenBy(clientPerson, asked)).changeRequest).toMatchObject({ changes });
  expect((await seenBy(manager, asked)).changeRequest).toBeNull();
});

test("a refusal that comes too late does not tell the client who decided", async () => {
  const ref = await world.submitted(["2036-01-09T10:00"]);
  await world.book(admin, {
    type: "reject",
    ...rejectInput.parse({ ...ref, reason: "Closed.", allowResubmission: false }),
  });
  const late = world.book(admin, {
    type: "reject",
    ...rejectInput.parse({ ...ref, reason: "Closed.", allowResubmission: false }),
  });
  const refusal = await late.catch((error: unknown) => error);
  expect(refusal).toMatchObject({ details: { rule: "already_decided" } });
  expect(JSON.stringify(refusal)).not.toContain(admin.id);
});

test("that an approval was pushed through is the agency's", async () => {
  const one = await approved(["2036-01-10T10:00"]);
  const other = await approved(["2036-01-10T11:00"]);
  const overridden = async (reader: PersonActor) =>
    (await listBookings(world.database, reader, listInput.parse({ limit: 100 }))).items
      .filter(({ bookingId }) => [one.bookingId, other.bookingId].includes(bookingId))
      .map((item) => item.overridden)
      .sort();
  expect(await overridden(admin)).toEqual([false, true]);
  expect(await overridden(clientPerson)).toEqual([null, null]);
});

test("bare digits find a number and words, a code finds its number alone", async () => {
  const ref = await world.submitted(["2036-01-11T10:00"]);
  const { number, version } = await seenBy(admin, ref);
  const other = await world.submitted(["2036-01-12T10:00"]);
  const digits = number.slice("BK-".length);
  await world.book(clientPerson, {
    type: "update",
    ...updateInput.parse({ ...other, title: `Tour ${digits}` }),
  });
  const found = async (q: string) =>
    (await listBookings(world.database, admin, listInput.parse({ q, sort: "number" }))).items.map(
      (item) => item.bookingId,
    );
  expect(version).toBe(ref.version);
  expect(await found(digits)).toEqual([other.bookingId, ref.bookingId]);
  expect(await found(number)).toEqual([ref.bookingId]);
  expect(await found("%%%%")).toEqual([]);
});

/** People with a message of the cancellation of this booking. */
async function told({ bookingId }: Ref): Promise<number> {
  const [row] = await world.database.query<{ people: number }>(sql`
    SELECT count(DISTINCT recipient_id)::int AS people FROM notification
    WHERE subject_id = ${bookingId} AND kind IN ('booking-cancelled', 'events-cancelled')`);
  return row?.people ?? 0;
}

async function announcedAndTold(ref: Ref, by: PersonActor) {
  const { peopleTold, events } = await previewCancel(world.database, by, ref.bookingId);
  await world.book(by, { type: "cancel", ...cancelInput.parse({ ...ref, reason: "Off." }) });
  return { announced: peopleTold, told: await told(ref), effects: events.map((event) => event.effect) };
}

test("as many are told of a cancellation as its preview says", async () => {
  const booking = await approved(["2036-01-13T10:00", "2036-01-14T10:00"]);
  await assign(booking, [manager.id, otherManager]);
  await world.database.execute(sql`
    UPDATE event_instance SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'
    WHERE booking_id = ${booking.bookingId} AND manager_id = ${otherManager}`);
  expect(await announcedAndTold(booking, clientPerson)).toEqual({
    announced: 2,
    told: 2,
    effects: ["kept", "cancelled"],
  });
});

test("nobody is told of a draft that ends as one", async () => {
  const input = createInput.parse({
    title: "Draft",
    locationIds: [venues.park.id],
    schedule: { kind: "dates", dates: [] },
    plan: planOf(),
    contact: null,
    notes: "",
  });
  const draft = await world.book(clientPerson, { type: "create", ...input });
  expect(await announcedAndTold(draft, clientPerson)).toEqual({ announced: 0, told: 0, effects: [] });
});

test("the preview of an approval names what left the directory", async () => {
  const ref = await world.submitted(["2036-01-15T10:00"], clientPerson, [], [{ kitTemplateId, quantity: 1 }]);
  const gone = async () => (await previewApproval(world.database, otherAdmin, ref.bookingId)).gone;
  expect(await gone()).toEqual([]);
  await world.database.execute(sql`UPDATE kit_template SET archived_at = now()`);
  expect(await gone()).toMatchObject([{ kind: "kit", name: "Tea kit" }]);
  await world.database.execute(sql`UPDATE kit_template SET archived_at = NULL`);
});
