import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import {
  acknowledgeIssueInput,
  assignManagerInput,
  cancelInput,
  reportIssueInput,
  startPreparationInput,
  taskInput,
} from "@/modules/event-instances/inputs/life";
import { listIssuesInput } from "@/modules/event-instances/inputs/issues";
import type { EventLifeCommand } from "@/modules/event-instances/life/commands";
import { eventLife } from "@/modules/event-instances/module";
import { eventById } from "@/modules/event-instances/queries/event-by-id";
import { issueById, listIssues } from "@/modules/event-instances/queries/issues";
import { confirmLocationInput, reportLocationIssueInput } from "@/modules/locations/inputs";
import { locations } from "@/modules/locations/module";
import { admin, manager, otherAdmin, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { escalateIssues } from "./workflow/escalate-issues";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

const run = (command: EventLifeCommand, actor = admin) =>
  runCommand(world.database, eventLife, command, { actor });
const look = (eventId: string) => eventById(world.database, admin, eventId);
const locationId = venues.park.id;

/** An event of the manager's in preparation, everything done but the venue. */
async function prepared(localStart: string): Promise<string> {
  const booking = await world.submitted([localStart]);
  const { bookingId } = booking;
  const input = approveInput.parse({ ...booking, eventDates: await world.dates(bookingId) });
  await world.book(admin, { type: "approve", ...input });
  const [event] = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE booking_id = ${bookingId}`);
  const eventId = event?.id ?? "";
  const { result } = await run({
    type: "assignManager",
    ...assignManagerInput.parse({ eventId, version: 1, managerId: manager.id }),
  });
  const begin = startPreparationInput.parse({ eventId, version: result.version });
  await run({ type: "startPreparation", ...begin }, manager);
  await world.settled();
  const { tasks } = await look(eventId);
  for (const { id } of tasks.filter(({ kind }) => kind === "logistics")) {
    await run({ type: "completeTask", ...taskInput.parse({ eventId, taskId: id }) }, manager);
  }
  await world.settled();
  return eventId;
}

async function ready(localStart: string): Promise<string> {
  const eventId = await prepared(localStart);
  const input = confirmLocationInput.parse({ eventId, locationId });
  await runCommand(world.database, locations, { type: "confirm", ...input }, { actor: manager });
  await world.settled();
  expect((await look(eventId)).status).toBe("ready");
  return eventId;
}

async function reportVenue(eventId: string, change: object = {}, actor = manager): Promise<string> {
  const input = reportLocationIssueInput.parse({
    eventId,
    locationId,
    issueType: "access",
    description: "The gate is locked.",
    impactLevel: "major",
    needsImmediate: true,
    ...change,
  });
  const { eventIds } = await runCommand(
    world.database,
    locations,
    { type: "reportIssue", ...input },
    { actor },
  );
  await world.settled();
  return eventIds[0] ?? "";
}

async function resolve(eventId: string, issueId: string): Promise<void> {
  await run({ type: "resolveIssue", ...acknowledgeIssueInput.parse({ eventId, issueId }) });
  await world.settled();
}

async function report(eventId: string, change: object = {}, actor = manager): Promise<string> {
  const input = reportIssueInput.parse({
    eventId,
    issueType: "logistics",
    severity: "critical",
    description: "No power.",
    ...change,
  });
  const { eventIds } = await run({ type: "reportIssue", ...input }, actor);
  await world.settled();
  return eventIds[0] ?? "";
}

/** Of which events somebody was told that they are no longer ready. */
async function notReady({ id }: { readonly id: string }): Promise<readonly string[]> {
  const rows = await world.database.query<{ subject_id: string }>(sql`
    SELECT subject_id FROM notification WHERE kind = 'event-not-ready' AND recipient_id = ${id}`);
  return rows.map(({ subject_id }) => subject_id);
}

test("a critical issue of a venue takes readiness from every other event there until it is resolved", async () => {
  const [reporting, other, elsewhere] = [
    await ready("2035-03-10T10:00"),
    await ready("2035-03-12T10:00"),
    await ready("2035-03-14T10:00"),
  ];
  await world.database.execute(sql`
    UPDATE event_instance SET location_id = ${venues.square.id} WHERE id = ${elsewhere}`);
  const issueId = await reportVenue(reporting, {}, admin);
  const lost = await look(other);
  expect(lost.status).toBe("preparing");
  const venue = lost.readiness.find(({ part }) => part === "venue");
  const { number } = await look(reporting);
  expect(venue).toMatchObject({
    isMet: false,
    text: `A critical issue with the venue is open, reported for EV-${number}.`,
    evidence: { factId: issueId },
  });
  const [fact] = await world.database.query(sql`
    SELECT payload ->> 'eventId' AS event, metadata ->> 'causationId' AS cause FROM event_log
    WHERE type = 'EVENT_READINESS_LOST' AND payload ->> 'eventId' = ${other}`);
  expect(fact).toEqual({ event: other, cause: issueId });
  expect((await look(elsewhere)).status).toBe("ready");
  expect(await notReady(manager)).toEqual([other]);
  expect(await notReady(otherAdmin)).toEqual([]);
  expect(await issueById(world.database, admin, issueId)).toMatchObject({
    about: "Bryant Park",
    touches: [{ id: other }],
  });
  await resolve(reporting, issueId);
  expect([(await look(reporting)).status, (await look(other)).status]).toEqual(["ready", "ready"]);
});

test("a minor issue of a venue touches no other event", async () => {
  const [reporting, other] = [await ready("2035-04-10T10:00"), await ready("2035-04-12T10:00")];
  await reportVenue(reporting, { needsImmediate: false });
  expect((await look(other)).status).toBe("ready");
});

test("two who report the same problem make one issue with both reporters, and acting on either acts on it", async () => {
  const eventId = await prepared("2035-05-10T10:00");
  const first = await report(eventId, { severity: "high" });
  const second = await report(eventId, { description: "The stage is dark." }, admin);
  expect(await issueById(world.database, manager, second)).toMatchObject({
    id: first,
    severity: "critical",
    reported: { name: "Mia Manager" },
    reports: [{ id: second, reporter: "Ana Admin", description: "The stage is dark.", severity: "critical" }],
  });
  expect((await look(eventId)).issues).toMatchObject([
    { id: first, description: "No power.", reports: [{ id: second, description: "The stage is dark." }] },
  ]);
  const input = acknowledgeIssueInput.parse({ eventId, issueId: second });
  await run({ type: "acknowledgeIssue", ...input }, otherAdmin);
  expect(await issueById(world.database, admin, first)).toMatchObject({
    status: "acknowledged",
    acknowledged: { name: "Otto Admin" },
  });
});

const overdue = (issueId: string) =>
  world.database.execute(
    sql`UPDATE event_issue SET due_at = now() - interval '1 second' WHERE id = ${issueId}`,
  );
const toldOf = (issueId: string) =>
  world.database.query(sql`
    SELECT p.name, n.link, n.urgent FROM notification n JOIN person p ON p.id = n.recipient_id
    JOIN event_log f ON f.id = n.event_id
    WHERE n.kind = 'issue-escalated' AND f.payload ->> 'issueId' = ${issueId} ORDER BY p.name`);

test("an issue that waited too long is told again to the admins and the manager, once per time", async () => {
  const eventId = await prepared("2035-06-10T10:00");
  const issueId = await report(eventId, {}, admin);
  const { dueAt, reported } = await issueById(world.database, admin, issueId);
  expect(Date.parse(dueAt ?? "") - Date.parse(reported.at)).toBe(15 * 60_000);
  await escalateIssues(world.database);
  expect(await toldOf(issueId)).toEqual([]);
  await overdue(issueId);
  // As after a restart, and with two processes that look at once: the row says what is due, the command looks again.
  await Promise.all([escalateIssues(world.database), escalateIssues(world.database)]);
  await world.settled();
  const link = `/admin/issues?open=${issueId}`;
  expect(await toldOf(issueId)).toEqual([
    { name: "Ana Admin", link, urgent: true },
    { name: "Mia Manager", link: `/field/events/${eventId}`, urgent: true },
    { name: "Otto Admin", link, urgent: true },
  ]);
  expect(await issueById(world.database, admin, issueId)).toMatchObject({ escalations: 1 });
  const [fact] = await world.database.query(sql`
    SELECT source, metadata ->> 'causationId' AS cause, payload ->> 'escalatedBy' AS by FROM event_log
    WHERE type = 'EVENT_ISSUE_ESCALATED' AND payload ->> 'issueId' = ${issueId}`);
  expect(fact).toEqual({ source: "workflow.escalate-issue", cause: issueId, by: "system" });
});

test("what is resolved, and what belongs to a cancelled event, is told nobody again", async () => {
  const [settled, called] = [await prepared("2035-07-10T10:00"), await prepared("2035-07-12T10:00")];
  const [first, second] = [await report(settled), await report(called)];
  await resolve(settled, first);
  await overdue(second);
  const { version } = await look(called);
  const input = cancelInput.parse({ eventId: called, version, reason: "Storm.", notifyClient: false });
  await run({ type: "cancel", ...input });
  expect(await escalateIssues(world.database)).toBe(0);
});

test("lists are for those who run the event: the worst first, then the oldest, page by page", async () => {
  const eventId = await prepared("2035-08-10T10:00");
  const ids = [
    await report(eventId, { severity: "low", description: "One." }),
    await report(eventId, { severity: "critical", description: "Two.", issueType: "kit" }),
    await report(eventId, { severity: "low", description: "Three." }),
  ];
  const list = (change: object, actor = admin) =>
    listIssues(world.database, actor, listIssuesInput.parse({ eventId, ...change }));
  const all = await list({});
  expect(all.items.map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]]);
  expect(all.items[0]?.can).toEqual({ acknowledge: true, resolve: true });
  expect(all).toMatchObject({ nextCursor: null, total: { count: 3, more: false } });
  const first = await list({ limit: 1 });
  const rest = await list({ cursor: first.nextCursor ?? "" });
  expect(rest.items.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  expect((await list({ severity: ["critical"] })).items.map(({ id }) => id)).toEqual([ids[1]]);
  await resolve(eventId, ids[0] ?? "");
  expect((await list({ show: "resolved" })).items.map(({ id }) => id)).toEqual([ids[0]]);
  const stranger = { ...manager, id: testId(2, 77) };
  expect((await list({}, stranger)).items).toEqual([]);
  await expect(issueById(world.database, stranger, ids[1] ?? "")).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(issueById(world.database, admin, newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
});
