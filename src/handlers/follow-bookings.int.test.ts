import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { readStored } from "@/domain-events/catalog/upcast";
import { approveInput, cancelInput, importInput, rejectInput, updateInput } from "@/modules/bookings/inputs";
import {
  admin,
  clientPerson,
  foreignClientPerson,
  manager,
  otherAdmin,
  testId,
} from "@/testing/builders/actors";
import { planOf, venues } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { buildHandlers } from "./registry";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

const starts = ["2035-06-02T10:00", "2035-06-09T10:00", "2035-06-16T10:00"];

interface Ref {
  readonly bookingId: string;
  readonly version: number;
}

const approve = (ref: Ref, eventDates: readonly string[], declined: readonly string[] = []) =>
  world.book(admin, {
    type: "approve",
    ...approveInput.parse({
      ...named(ref),
      eventDates,
      override: { reason: "The tests share one venue" },
      declinedDates: declined.map((date) => ({ date, reason: "The park is closed" })),
    }),
  });
const update = (ref: Ref, change: object) =>
  world.book(clientPerson, { type: "update", ...updateInput.parse({ ...named(ref), ...change }) });
const cancel = (ref: Ref, more: object = {}) =>
  world.book(admin, {
    type: "cancel",
    ...cancelInput.parse({ ...named(ref), reason: "The launch moved", ...more }),
  });

function named({ bookingId, version }: Ref): Ref {
  return { bookingId, version };
}

const schedule = (localStarts: readonly string[]) => ({
  kind: "dates",
  dates: localStarts.map((localStart) => ({ localStart, durationMinutes: 120 })),
});

interface InstanceRow {
  readonly id: string;
  readonly local_start: string;
  readonly status: string;
  readonly hold_reason: string | null;
  readonly location_id: string;
}

/** The instances of a booking, in the order they were made. */
function instances(bookingId: string): Promise<InstanceRow[]> {
  return world.database.query<InstanceRow>(sql`
    SELECT id, local_start, status, hold_reason, location_id FROM event_instance
    WHERE booking_id = ${bookingId} ORDER BY number`);
}

const summary = async (bookingId: string) =>
  (await instances(bookingId)).map(
    ({ local_start, status, hold_reason }) => `${local_start} ${status}${hold_reason ? " held" : ""}`,
  );

interface LoggedRow {
  readonly type: string;
  readonly source: string;
  readonly depth: number;
  readonly causation_id: string | null;
}

function facts(bookingId: string): Promise<LoggedRow[]> {
  return world.database.query<LoggedRow>(sql`
    SELECT type, source, depth, causation_id FROM event_log WHERE correlation_id = ${bookingId} ORDER BY position`);
}

async function factsOfType(bookingId: string, type: string): Promise<LoggedRow[]> {
  return (await facts(bookingId)).filter((fact) => fact.type === type);
}

/** Runs one handler for the newest fact of a type once more, as a replay does or as if it had never run. */
async function again(bookingId: string, type: string, handler: string, replay: boolean): Promise<void> {
  const [row] = await world.database.query<{ event: Parameters<typeof readStored>[0]; depth: number }>(sql`
    SELECT depth, jsonb_build_object('id', id, 'type', type, 'version', schema_version, 'timestamp',
      to_char("timestamp", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'correlationId', correlation_id, 'source', source,
      'payload', payload, 'metadata', metadata) AS event
    FROM event_log WHERE correlation_id = ${bookingId} AND type = ${type} ORDER BY position DESC LIMIT 1`);
  if (!row) throw new Error(`no ${type}`);
  const read = readStored(row.event);
  if (!read.known) throw new Error(read.problems.join());
  await handleNow(read.event, handler, { depth: row.depth, replay });
  await world.settled();
}

async function handleNow(event: DomainEvent, name: string, given: { depth: number; replay: boolean }) {
  const handler = buildHandlers({ mail: false }).find((one) => one.name === name);
  if (!handler) throw new Error(`no handler ${name}`);
  await world.database.transaction((tx) =>
    handler.handle(event, {
      tx,
      ...given,
      sideEffects: !given.replay,
      signal: new AbortController().signal,
      now: new Date().toISOString(),
    }),
  );
}

interface MessageRow {
  readonly recipient_id: string;
  readonly kind: string;
  readonly title: string;
  readonly link: string;
  readonly superseded: boolean;
}

function messages(bookingId: string): Promise<MessageRow[]> {
  return world.database.query<MessageRow>(sql`
    SELECT recipient_id, kind, title, link, superseded_at IS NOT NULL AS superseded FROM notification
    WHERE subject_id = ${bookingId} ORDER BY created_at, kind, recipient_id`);
}

const kinds = async (bookingId: string, recipientId: string, superseded = false) =>
  (await messages(bookingId))
    .filter((message) => message.recipient_id === recipientId && message.superseded === superseded)
    .map((message) => message.kind);

describe("what an approval leads to", () => {
  test("one instance per approved date, one fact, caused by the approval", async () => {
    const booking = await world.submitted(starts);
    await approve(booking, await world.dates(booking.bookingId));
    expect(await summary(booking.bookingId)).toEqual(starts.map((start) => `${start} scheduled`));
    const log = await world.database.query<{ id: string; type: string }>(sql`
      SELECT id, type FROM event_log WHERE correlation_id = ${booking.bookingId} AND type = 'BOOKING_APPROVED'`);
    expect(await factsOfType(booking.bookingId, "EVENT_INSTANCES_GENERATED")).toEqual([
      {
        type: "EVENT_INSTANCES_GENERATED",
        source: "workflow.generate-instances",
        depth: 1,
        causation_id: log[0]?.id,
      },
    ]);
  });

  test("running the reaction again adds nothing, as a repeat and as a replay", async () => {
    const booking = await world.submitted(starts);
    await approve(booking, await world.dates(booking.bookingId));
    const before = await instances(booking.bookingId);
    const told = await messages(booking.bookingId);
    for (const replay of [false, true]) {
      await again(booking.bookingId, "BOOKING_APPROVED", "workflow", replay);
      await again(booking.bookingId, "BOOKING_APPROVED", "notification", replay);
      await again(booking.bookingId, "BOOKING_APPROVED", "reporting", replay);
    }
    expect(await instances(booking.bookingId)).toEqual(before);
    expect(await factsOfType(booking.bookingId, "EVENT_INSTANCES_GENERATED")).toHaveLength(1);
    expect((await messages(booking.bookingId)).length).toBe(told.length);
    const [count] = await world.database.query<{ count: number }>(sql`
      SELECT count(*)::integer AS count FROM report_booking_fact
      WHERE booking_id = ${booking.bookingId} AND type = 'BOOKING_APPROVED'`);
    expect(count).toEqual({ count: 1 });
  });

  test("366 dates are 366 instances, one fact and one message per admin", async () => {
    const many = Array.from({ length: 366 }, (_, index) =>
      new Date(Date.UTC(2036, 0, 1 + index, 10)).toISOString().slice(0, 16),
    );
    const booking = await world.submitted(many);
    await approve(booking, await world.dates(booking.bookingId));
    expect(await instances(booking.bookingId)).toHaveLength(366);
    expect(await factsOfType(booking.bookingId, "EVENT_INSTANCES_GENERATED")).toHaveLength(1);
    for (const person of [admin, otherAdmin]) {
      expect(await kinds(booking.bookingId, person.id)).toEqual(["events-planned"]);
    }
    await update({ ...booking, version: booking.version + 1 }, { schedule: schedule(many.slice(0, 1)) });
    expect((await summary(booking.bookingId)).filter((line) => line.endsWith("cancelled"))).toHaveLength(365);
  });

  test("approving the rest later adds only the new ones", async () => {
    const booking = await world.submitted(starts);
    const dates = await world.dates(booking.bookingId);
    const partly = await approve(booking, dates.slice(0, 1));
    const [first] = await instances(booking.bookingId);
    await approve(partly, dates.slice(1, 2), dates.slice(2));
    const after = await instances(booking.bookingId);
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(first);
    expect(await factsOfType(booking.bookingId, "EVENT_INSTANCES_GENERATED")).toHaveLength(2);
  });
});

test("a replay tells nobody again, not even what was lost", async () => {
  const booking = await world.submitted(starts);
  await world.database.execute(sql`DELETE FROM notification WHERE subject_id = ${booking.bookingId}`);
  await again(booking.bookingId, "BOOKING_SUBMITTED", "notification", true);
  expect(await messages(booking.bookingId)).toEqual([]);
  await again(booking.bookingId, "BOOKING_SUBMITTED", "notification", false);
  expect(await messages(booking.bookingId)).toHaveLength(3);
});

describe("what an edit leads to", () => {
  test("a material edit puts the events on hold, approving it lifts the hold", async () => {
    const booking = await world.submitted(starts.slice(0, 2));
    const dates = await world.dates(booking.bookingId);
    const approved = await approve(booking, dates);
    const edited = await update(approved, { plan: planWithMorePeople() });
    expect(await summary(booking.bookingId)).toEqual([
      `${starts[0]} scheduled held`,
      `${starts[1]} scheduled held`,
    ]);
    expect(await factsOfType(booking.bookingId, "EVENT_HOLD_PLACED")).toMatchObject([
      { source: "workflow.settle-instances" },
      { source: "workflow.settle-instances" },
    ]);
    await approve(edited, dates);
    expect(await summary(booking.bookingId)).toEqual([`${starts[0]} scheduled`, `${starts[1]} scheduled`]);
    expect(await factsOfType(booking.bookingId, "EVENT_HOLD_LIFTED")).toHaveLength(2);
    expect(await factsOfType(booking.bookingId, "EVENT_INSTANCES_GENERATED")).toHaveLength(1);
  });

  test("a change of words holds nothing", async () => {
    const booking = await world.submitted(starts.slice(0, 1));
    const approved = await approve(booking, await world.dates(booking.bookingId));
    await update(approved, { notes: "Bring umbrellas" });
    expect(await summary(booking.bookingId)).toEqual([`${starts[0]} scheduled`]);
    expect(await factsOfType(booking.bookingId, "EVENT_HOLD_PLACED")).toEqual([]);
  });

  test("taking a date out cancels its event and no other", async () => {
    const booking = await world.submitted(starts);
    const approved = await approve(booking, await world.dates(booking.bookingId));
    await update(approved, { schedule: schedule(starts.slice(0, 2)) });
    expect(await summary(booking.bookingId)).toEqual([
      `${starts[0]} scheduled`,
      `${starts[1]} scheduled`,
      `${starts[2]} cancelled`,
    ]);
  });

  test("another venue: held until it is approved, then a new event takes the old one's place", async () => {
    const booking = await world.submitted(starts.slice(0, 1));
    const dates = await world.dates(booking.bookingId);
    const approved = await approve(booking, dates);
    const moved = await update(approved, { locationIds: [venues.square.id] });
    expect(await summary(booking.bookingId)).toEqual([`${starts[0]} scheduled held`]);
    await approve(moved, dates);
    expect(
      (await instances(booking.bookingId)).map(({ status, location_id }) => [status, location_id]),
    ).toEqual([
      ["cancelled", venues.park.id],
      ["scheduled", venues.square.id],
    ]);
  });
});

describe("what a cancellation leads to", () => {
  async function withRunningEvent() {
    const booking = await world.submitted(starts.slice(0, 2));
    const approved = await approve(booking, await world.dates(booking.bookingId));
    const [first] = await instances(booking.bookingId);
    await world.database.execute(sql`
      UPDATE event_instance SET status = 'in_progress', manager_id = ${manager.id} WHERE id = ${first?.id}`);
    await world.database.execute(sql`
      UPDATE event_instance SET manager_id = ${manager.id} WHERE booking_id = ${booking.bookingId}`);
    return approved;
  }

  test("a running event is kept when asked to, the rest is cancelled, the manager hears once", async () => {
    const approved = await withRunningEvent();
    await cancel(approved, { runningEvents: "keep" });
    expect(await summary(approved.bookingId)).toEqual([`${starts[0]} in_progress`, `${starts[1]} cancelled`]);
    expect(await factsOfType(approved.bookingId, "EVENT_CANCELLED")).toMatchObject([
      { source: "workflow.cancel-instances", depth: 1 },
    ]);
    expect(await kinds(approved.bookingId, manager.id)).toEqual(["events-cancelled"]);
  });

  test("a running event goes down too when asked to; many events are still one message", async () => {
    const approved = await withRunningEvent();
    await cancel(approved, { runningEvents: "cancel" });
    expect(await summary(approved.bookingId)).toEqual([`${starts[0]} cancelled`, `${starts[1]} cancelled`]);
    expect(await factsOfType(approved.bookingId, "EVENT_CANCELLED")).toHaveLength(2);
    expect(await kinds(approved.bookingId, manager.id)).toEqual(["events-cancelled"]);
    expect(await kinds(approved.bookingId, clientPerson.id)).toEqual(["booking-cancelled"]);
  });
});

describe("who is told", () => {
  test("admins and the client's person of a submission; nobody is told of their own act", async () => {
    const booking = await world.submitted(starts);
    expect(await messages(booking.bookingId)).toMatchObject([
      {
        recipient_id: clientPerson.id,
        kind: "booking-received",
        link: `/client/bookings/${booking.bookingId}`,
      },
      { recipient_id: admin.id, kind: "booking-waiting", link: `/admin/bookings/${booking.bookingId}` },
      { recipient_id: otherAdmin.id, kind: "booking-waiting" },
    ]);
  });

  test("a decision takes back what it answers, and tells the client only", async () => {
    const booking = await world.submitted(starts);
    await world.book(admin, {
      type: "reject",
      ...rejectInput.parse({ ...named(booking), reason: "No staff", allowResubmission: true }),
    });
    expect(await kinds(booking.bookingId, clientPerson.id)).toEqual(["booking-rejected"]);
    expect(await kinds(booking.bookingId, clientPerson.id, true)).toEqual(["booking-received"]);
    expect(await kinds(booking.bookingId, otherAdmin.id)).toEqual([]);
    expect(await kinds(booking.bookingId, otherAdmin.id, true)).toEqual(["booking-waiting"]);
  });

  test("what was read is not taken back", async () => {
    const booking = await world.submitted(starts);
    await world.database.execute(sql`
      UPDATE notification SET read_at = now() WHERE subject_id = ${booking.bookingId}`);
    await approve(booking, await world.dates(booking.bookingId));
    expect(await kinds(booking.bookingId, clientPerson.id)).toEqual(["booking-received", "booking-approved"]);
  });

  test("one client never hears of another's bookings, nor does an inactive person", async () => {
    const booking = await world.submitted(starts, foreignClientPerson);
    await world.database.execute(sql`UPDATE person SET active = false WHERE id = ${otherAdmin.id}`);
    const approved = await approve(booking, await world.dates(booking.bookingId));
    await cancel(approved);
    await world.database.execute(sql`UPDATE person SET active = true WHERE id = ${otherAdmin.id}`);
    const recipients = new Set((await messages(booking.bookingId)).map((message) => message.recipient_id));
    expect([...recipients].sort()).toEqual([admin.id, otherAdmin.id, foreignClientPerson.id].sort());
    const toldBefore = ["booking-waiting"];
    expect(await kinds(booking.bookingId, otherAdmin.id)).toEqual([]);
    expect(await kinds(booking.bookingId, otherAdmin.id, true)).toEqual(toldBefore);
    const [foreign] = await world.database.query<{ count: number }>(sql`
      SELECT count(*)::integer AS count FROM notification n JOIN booking b ON b.id::text = n.subject_id
      JOIN person p ON p.id = n.recipient_id WHERE p.role = 'client' AND p.client_id <> b.client_id`);
    expect(foreign).toEqual({ count: 0 });
  });

  test("one manager's events going ahead leaves another manager's hold standing", async () => {
    const second = testId(2, 77);
    await world.database.execute(sql`
      INSERT INTO person (id, name, email, role) VALUES (${second}, 'Max Manager', 'max@people.example', 'manager')`);
    const booking = await world.submitted(starts.slice(0, 2));
    const dates = await world.dates(booking.bookingId);
    const approved = await approve(booking, dates);
    await world.database.execute(sql`
      UPDATE event_instance SET manager_id = CASE starts_at WHEN ${dates[0]} THEN ${manager.id}::uuid ELSE ${second}::uuid END
      WHERE booking_id = ${booking.bookingId}`);
    const edited = await update(approved, { plan: planWithMorePeople() });
    await approve(edited, dates.slice(0, 1));
    expect(await kinds(booking.bookingId, manager.id)).toEqual(["events-released"]);
    expect(await kinds(booking.bookingId, second)).toEqual(["events-held"]);
  });

  test("an import is one message to the other admins and none to the client", async () => {
    for (const importKey of ["A-1", "A-2"]) {
      const input = importInput.parse({
        clientId: clientPerson.clientId,
        importKey,
        title: "Imported",
        locationIds: [venues.park.id],
        schedule: schedule(["2035-07-07T10:00"]),
        plan: planOf(),
        contact: null,
        notes: "",
      });
      await world.book(admin, { type: "import", ...input });
    }
    const imported = await world.database.query(sql`
      SELECT recipient_id, title, body, link FROM notification WHERE subject_type = 'import'`);
    expect(imported).toEqual([
      {
        recipient_id: otherAdmin.id,
        title: "Bookings were imported",
        body: "Ana Admin imported bookings. They wait for a decision.",
        link: "/admin/bookings",
      },
    ]);
    const [told] = await world.database.query<{ count: number }>(sql`
      SELECT count(*)::integer AS count FROM notification n JOIN booking b ON b.id::text = n.subject_id
      WHERE b.import_key IS NOT NULL`);
    expect(told).toEqual({ count: 0 });
  });

  test("a hold of many events is one message to their manager, and its end replaces it", async () => {
    const booking = await world.submitted(starts);
    const dates = await world.dates(booking.bookingId);
    const approved = await approve(booking, dates);
    await world.database.execute(sql`
      UPDATE event_instance SET manager_id = ${manager.id} WHERE booking_id = ${booking.bookingId}`);
    const edited = await update(approved, { plan: planWithMorePeople() });
    expect(await kinds(booking.bookingId, manager.id)).toEqual(["events-held"]);
    await approve(edited, dates);
    expect(await kinds(booking.bookingId, manager.id)).toEqual(["events-released"]);
    expect(await kinds(booking.bookingId, manager.id, true)).toEqual(["events-held"]);
  });
});

function planWithMorePeople() {
  return planOf({ roles: [{ role: "Brand ambassador", headcount: 5 }] });
}
