import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { cancelInput, reportIssueInput, rescheduleInput } from "@/modules/event-instances/inputs/life";
import { admin, clientPerson, manager, otherAdmin, testId } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";

const second = { ...manager, id: testId(2, 77) };

let world: HandledWorld;
let events: ReturnType<typeof livedEvents>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  events = livedEvents(world);
  await world.database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${second.id}, 'Max Manager', 'max@people.example', 'manager')`);
});
afterAll(() => world.close());

/** What somebody has not read about an event, oldest first; what was replaced meanwhile is left out. */
async function unread(eventId: string, person: { readonly id: string }): Promise<readonly string[]> {
  const rows = await world.database.query<{ kind: string }>(sql`
    SELECT kind FROM notification
    WHERE subject_type = 'event' AND subject_id = ${eventId} AND recipient_id = ${person.id}
      AND superseded_at IS NULL ORDER BY created_at, kind`);
  return rows.map(({ kind }) => kind);
}

const move = async (eventId: string, newDate: string, more: object = {}) => {
  const flags = { reason: "The park is taken.", notifyStaff: true, notifyClient: true, ...more };
  const wish = rescheduleInput.parse({ ...(await events.seen(eventId)), newDate, ...flags });
  await events.run({ type: "reschedule", ...wish });
  await world.settled();
};

test("an event that changes hands is told to both managers, and the former one keeps nothing to do", async () => {
  const [eventId] = await events.on("2035-03-03T10:00");
  await events.assign(eventId);
  expect(await unread(eventId, manager)).toEqual(["event-assigned"]);
  await events.assign(eventId, second.id);
  expect(await unread(eventId, manager)).toEqual(["event-taken-over"]);
  expect(await unread(eventId, second)).toEqual(["event-assigned"]);
  await events.prepare(eventId, admin);
  expect(await unread(eventId, second)).toEqual(["event-assigned", "event-tasks"]);
  expect(await unread(eventId, manager)).toEqual(["event-taken-over"]);
});

test("a second move replaces the first one that nobody read, for the manager and for the client", async () => {
  const [eventId, sibling] = await events.on("2035-04-07T10:00", "2035-04-14T10:00");
  await events.assign(eventId);
  await move(eventId, "2035-04-08T10:00");
  await move(eventId, "2035-04-09T11:00");
  for (const [person, kinds] of [
    [manager, ["event-assigned", "event-moved"]],
    [clientPerson, ["event-date-changed"]],
  ] as const) {
    expect(await unread(eventId, person)).toEqual(kinds);
  }
  const [last] = await world.database.query<{ body: string }>(sql`
    SELECT body FROM notification WHERE subject_id = ${eventId} AND recipient_id = ${clientPerson.id}
      AND superseded_at IS NULL`);
  expect(last?.body).toContain("New: Mon 9 Apr 2035 11:00, New York time. Before: Sun 8 Apr 2035 10:00.");
  await move(eventId, "2035-04-10T11:00", { notifyStaff: false, notifyClient: false });
  expect(await unread(eventId, clientPerson)).toEqual(["event-date-changed"]);
  expect(await unread(sibling ?? "", clientPerson)).toEqual([]);
});

test("a revoked venue that costs an event its readiness is one piece of news to each", async () => {
  const [eventId] = await events.on("2035-05-05T10:00");
  await events.makeReady(eventId);
  expect(await unread(eventId, otherAdmin)).toEqual(["event-ready"]);
  await events.revokeVenue(eventId, "The lawn is flooded.", admin);
  expect((await events.see(eventId)).status).toBe("preparing");
  expect(await unread(eventId, otherAdmin)).toEqual(["venue-unconfirmed"]);
  expect(await unread(eventId, manager)).toEqual(["event-assigned", "venue-unconfirmed"]);
  // Whoever revoked it knows of that, and learns what came of it.
  expect(await unread(eventId, admin)).toEqual(["event-not-ready"]);
});

test("a moved event that was ready is one message to its manager; the admins learn that it is not ready", async () => {
  const [eventId] = await events.on("2035-06-02T10:00");
  await events.makeReady(eventId);
  await move(eventId, "2035-06-03T10:00");
  expect(await unread(eventId, manager)).toEqual(["event-assigned", "event-moved"]);
  expect(await unread(eventId, otherAdmin)).toEqual(["event-not-ready"]);
});

test("one event called off leaves the manager and the client one message about it", async () => {
  const [eventId] = await events.on("2035-07-07T10:00");
  await events.assign(eventId);
  await move(eventId, "2035-07-08T10:00");
  const wish = cancelInput.parse({ ...(await events.seen(eventId)), reason: "Storm.", notifyClient: true });
  await events.run({ type: "cancel", ...wish });
  await world.settled();
  expect(await unread(eventId, manager)).toEqual(["events-cancelled"]);
  expect(await unread(eventId, clientPerson)).toEqual(["event-cancelled"]);
});

test("a critical issue reaches manager and admins at once, but not whoever reported it nor the client", async () => {
  const [eventId] = await events.on("2035-08-04T10:00");
  await events.assign(eventId);
  const wish = reportIssueInput.parse({
    eventId,
    issueType: "logistics",
    severity: "critical",
    description: "No power.",
  });
  await events.run({ type: "reportIssue", ...wish }, manager);
  await world.settled();
  const rows = await world.database.query<{ recipient_id: string; urgent: boolean; link: string }>(sql`
    SELECT recipient_id, urgent, link FROM notification
    WHERE subject_id = ${eventId} AND kind = 'issue-reported' ORDER BY recipient_id`);
  expect(rows).toEqual(
    [admin.id, otherAdmin.id]
      .sort()
      .map((id) => ({ recipient_id: id, urgent: true, link: `/admin/events/${eventId}` })),
  );
});
