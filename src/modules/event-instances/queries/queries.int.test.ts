import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import { calendarInput, listEventsInput } from "@/modules/event-instances/inputs";
import {
  admin,
  agent,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  otherClientId,
  testId,
} from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { eventById } from "./event-by-id";
import { eventCalendar } from "./event-calendar";
import { listEvents } from "./list-events";

let world: HandledWorld;
let ids: readonly string[];

/** Acme has events on 2, 9 and 16 June 2035, the manager the first; Other Foods has one on 3 June over midnight. */
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  await approve(await world.submitted(["2035-06-02T10:00", "2035-06-09T10:00", "2035-06-16T10:00"]));
  await approve(await world.submitted(["2035-06-03T23:00"], foreignClientPerson));
  const rows = await world.database.query<{ id: string }>(
    sql`SELECT id FROM event_instance ORDER BY starts_at`,
  );
  ids = rows.map((row) => row.id);
  await world.database.execute(sql`
    UPDATE event_instance SET manager_id = ${manager.id}, hold_reason = 'The booking changed.' WHERE id = ${ids[0]}`);
});
afterAll(() => world.close());

async function approve({ bookingId, version }: { bookingId: string; version: number }) {
  const eventDates = await world.dates(bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ bookingId, version, eventDates }) });
}

const list = async (actor: PersonActor, filter: object = {}) =>
  listEvents(world.database, actor, listEventsInput.parse(filter));
const starts = async (actor: PersonActor, filter: object = {}) =>
  (await list(actor, filter)).items.map((item) => item.localStart.slice(5, 10));

test("everybody sees the events that are theirs to see, and no others", async () => {
  expect(await starts(admin)).toEqual(["06-02", "06-03", "06-09", "06-16"]);
  expect(await starts(manager)).toEqual(["06-02"]);
  expect(await starts(clientPerson)).toEqual(["06-02", "06-09", "06-16"]);
  expect(await starts(foreignClientPerson)).toEqual(["06-03"]);
  expect(await starts(agent)).toEqual([]);
});

test("an event that one may not know of is answered like one that is missing", async () => {
  const unknown = { code: "NOT_FOUND", message: "There is no such event." };
  for (const [actor, id] of [
    [clientPerson, ids[1]],
    [manager, ids[1]],
    [agent, ids[0]],
    [admin, testId(7, 999)],
  ] as const) {
    await expect(eventById(world.database, actor, id ?? "")).rejects.toMatchObject(unknown);
  }
});

test("clients see date and state, the agency also the hold's reason and the manager", async () => {
  const forAdmin = await eventById(world.database, admin, ids[0] ?? "");
  expect(forAdmin).toMatchObject({
    title: "Autumn tour",
    status: "scheduled",
    onHold: true,
    holdReason: "The booking changed.",
    manager: { id: manager.id, name: "Mia Manager" },
    venue: { id: venues.park.id, name: "Bryant Park" },
    client: { id: clientId, name: "Acme Drinks" },
    can: { openBooking: true, seeInternals: true },
  });
  const forClient = await eventById(world.database, clientPerson, ids[0] ?? "");
  expect(forClient).toMatchObject({ status: "scheduled", onHold: true, holdReason: null, manager: null });
});

test("filters narrow the list", async () => {
  const range = { from: "2035-06-04T00:00:00Z", to: "2035-06-16T00:00:00Z" };
  expect(await starts(admin, range)).toEqual(["06-03", "06-09"]);
  expect(await starts(admin, { clientId: otherClientId })).toEqual(["06-03"]);
  expect(await starts(admin, { locationId: venues.square.id })).toEqual([]);
  expect(await starts(admin, { onHold: true })).toEqual(["06-02"]);
  expect(await starts(admin, { status: ["cancelled"] })).toEqual([]);
  expect(await starts(clientPerson, { clientId: otherClientId })).toEqual([]);
});

test("the search finds numbers and words", async () => {
  const [first, other] = (await list(admin)).items;
  if (!first || !other) throw new Error("no events");
  expect(await starts(admin, { q: `EV-${first.number}` })).toEqual(["06-02"]);
  expect(await starts(admin, { q: `bk-${first.booking.number}` })).toEqual(["06-02", "06-09", "06-16"]);
  expect(await starts(admin, { q: "other foo" })).toEqual(["06-03"]);
  expect(await starts(admin, { q: "BRYANT" })).toHaveLength(4);
  expect(await starts(admin, { q: "9999999999" })).toEqual([]);
  expect(await starts(clientPerson, { q: `EV-${other.number}` })).toEqual([]);
});

test("an event is called what its booking is called by now, and found by that", async () => {
  const bookingId = (await list(admin)).items[3]?.booking.id;
  const rename = (title: string) =>
    world.database.execute(sql`UPDATE booking SET title = ${title} WHERE id = ${bookingId}`);
  await rename("100%_Tea 2036");
  expect(await starts(admin, { q: "tea 2036" })).toEqual(["06-02", "06-09", "06-16"]);
  expect((await eventById(world.database, admin, ids[0] ?? "")).title).toBe("100%_Tea 2036");
  const range = { from: "2035-06-01T00:00:00Z", to: "2035-06-03T00:00:00Z" };
  const calendar = await eventCalendar(world.database, admin, calendarInput.parse(range));
  expect(calendar.events.map((event) => event.title)).toEqual(["100%_Tea 2036"]);
  await rename("Autumn tour");
});

test("signs that a pattern knows are letters of a search", async () => {
  expect(await starts(admin, { q: "%%%%" })).toEqual([]);
  expect(await starts(admin, { q: "Autumn_tour" })).toEqual([]);
});

async function allPages(order: "earliest" | "latest"): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(admin, { order, limit: 1, ...(cursor !== undefined && { cursor }) });
    expect(page.total).toEqual({ count: ids.length, more: false });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

test("pages follow one another without a gap or a repeat, from either end", async () => {
  expect(await allPages("earliest")).toEqual(ids);
  expect(await allPages("latest")).toEqual([...ids].reverse());
  await expect(list(admin, { cursor: "x" })).rejects.toMatchObject({ code: "INVALID" });
});

test("the calendar holds what shares a moment with its range", async () => {
  const during = async (actor: PersonActor, from: string, to: string) =>
    (await eventCalendar(world.database, actor, calendarInput.parse({ from, to }))).events.map(
      (event) => event.id,
    );
  expect(await during(admin, "2035-06-01T00:00:00Z", "2035-07-01T00:00:00Z")).toEqual(ids);
  expect(await during(clientPerson, "2035-06-01T00:00:00Z", "2035-07-01T00:00:00Z")).not.toContain(ids[1]);
  expect(await during(admin, "2035-06-04T04:00:00Z", "2035-06-05T04:00:00Z")).toEqual([ids[1]]);
  expect(await during(admin, "2035-06-04T05:00:00Z", "2035-06-05T04:00:00Z")).toEqual([]);
  expect(calendarInput.safeParse({ from: "2035-06-01T00:00:00Z", to: "2036-06-01T00:00:00Z" }).success).toBe(
    false,
  );
});
