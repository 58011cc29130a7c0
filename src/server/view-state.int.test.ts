import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { listNotifications, unreadCount } from "@/handlers/notification/queries";
import { approveInput } from "@/modules/bookings/inputs";
import { admin, clientPerson, foreignClientPerson, otherAdmin } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { markRead } from "./view-state";

let world: HandledWorld;
const bookings: string[] = [];

/** Three bookings of the client's, the first approved last. */
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  const first = await world.submitted(["2035-06-02T10:00"]);
  bookings.push(first.bookingId);
  for (const start of ["2035-06-09T10:00", "2035-06-16T10:00"]) {
    bookings.push((await world.submitted([start])).bookingId);
  }
  await world.database.execute(sql`
    UPDATE notification SET read_at = now() WHERE subject_id = ${first.bookingId} AND recipient_id = ${clientPerson.id}`);
  const eventDates = await world.dates(first.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...first, eventDates }) });
});
afterAll(() => world.close());

test("messages are grouped by record, the record with the latest first", async () => {
  const { groups, nextCursor } = await listNotifications(world.database, clientPerson.id, { limit: 10 });
  expect(nextCursor).toBeNull();
  expect(groups).toMatchObject([
    { subjectId: bookings[0], kind: "booking-approved", count: 2, unread: 1, subjectType: "booking" },
    { subjectId: bookings[2], kind: "booking-received", count: 1, unread: 1 },
    { subjectId: bookings[1], kind: "booking-received", count: 1, unread: 1 },
  ]);
});

test("a record shows its newest messages, each with whether it was read", async () => {
  const { groups } = await listNotifications(world.database, clientPerson.id, { limit: 1 });
  const [approved, received] = groups[0]?.messages ?? [];
  expect(groups[0]?.messages).toHaveLength(2);
  expect([approved?.isRead, received?.isRead]).toEqual([false, true]);
  expect(Date.parse(approved?.createdAt ?? "")).toBeGreaterThanOrEqual(Date.parse(received?.createdAt ?? ""));
});

test("pages follow one another without a gap or a repeat", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listNotifications(world.database, clientPerson.id, { cursor, limit: 1 });
    seen.push(...page.groups.map((group) => group.subjectId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([bookings[0], bookings[2], bookings[1]]);
  const wrong = listNotifications(world.database, clientPerson.id, { cursor: "x", limit: 1 });
  await expect(wrong).rejects.toMatchObject({ code: "INVALID" });
});

test("everybody reads and marks only their own", async () => {
  expect(await listNotifications(world.database, foreignClientPerson.id, { limit: 10 })).toEqual({
    groups: [],
    nextCursor: null,
  });
  const { groups } = await listNotifications(world.database, clientPerson.id, { limit: 10 });
  const ids = groups.map((group) => group.id);
  expect(await markRead(world.database, foreignClientPerson.id, { kind: "ids", ids })).toBe(0);
  expect(await unreadCount(world.database, clientPerson.id)).toBe(3);
});

test("marking one, a record's, or all", async () => {
  const { groups } = await listNotifications(world.database, clientPerson.id, { limit: 10 });
  const [first, second] = groups;
  if (!first || !second) throw new Error("no groups");
  expect(await markRead(world.database, clientPerson.id, { kind: "ids", ids: [first.id] })).toBe(1);
  expect(await markRead(world.database, clientPerson.id, { kind: "ids", ids: [first.id] })).toBe(0);
  const record = { kind: "subject", type: second.subjectType, id: second.subjectId } as const;
  expect(await markRead(world.database, clientPerson.id, record)).toBe(1);
  expect(await unreadCount(world.database, clientPerson.id)).toBe(1);
  expect(await markRead(world.database, clientPerson.id, { kind: "all" })).toBe(1);
  expect(await unreadCount(world.database, clientPerson.id)).toBe(0);
  expect(await unreadCount(world.database, otherAdmin.id)).toBe(3);
});
