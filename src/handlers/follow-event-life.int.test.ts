import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { fact } from "@/domain-events/catalog/fact";
import { approveInput } from "@/modules/bookings/inputs";
import type { EventLifeCommand } from "@/modules/event-instances/life/commands";
import {
  acknowledgeIssueInput,
  assignManagerInput,
  cancelInput,
  startPreparationInput,
  taskInput,
} from "@/modules/event-instances/inputs/life";
import { eventLife } from "@/modules/event-instances/module";
import { eventById } from "@/modules/event-instances/queries/event-by-id";
import { admin, clientPerson, manager } from "@/testing/builders/actors";
import { recordFact } from "@/testing/builders/logged-world";
import { venues } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

/** The events of an approved booking with one date per local start, by start. */
async function eventsOn(localStarts: readonly string[]) {
  const booking = await world.submitted(localStarts);
  const { bookingId } = booking;
  const input = approveInput.parse({ ...booking, eventDates: await world.dates(bookingId) });
  await world.book(admin, { type: "approve", ...input });
  const rows = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE booking_id = ${bookingId} ORDER BY starts_at`);
  return rows.map(({ id }) => ({ bookingId, eventId: id }));
}

const run = (command: EventLifeCommand, actor = admin) =>
  runCommand(world.database, eventLife, command, { actor });
const assign = (eventId: string, version: number) =>
  run({
    type: "assignManager",
    ...assignManagerInput.parse({ eventId, version, managerId: manager.id }),
  });
const look = (eventId: string, actor = admin) => eventById(world.database, actor, eventId);

async function prepared(localStart: string) {
  const [event] = await eventsOn([localStart]);
  if (!event) throw new Error("one date, one event");
  const { result } = await assign(event.eventId, 1);
  const input = startPreparationInput.parse({ eventId: event.eventId, version: result.version });
  await run({ type: "startPreparation", ...input }, manager);
  await world.settled();
  return event;
}

test("the venue's confirmation ticks its task and makes ready; a revocation takes both back, with evidence", async () => {
  const { eventId, bookingId } = await prepared("2035-03-10T23:00");
  const { tasks } = await look(eventId);
  expect(tasks.map(({ kind }) => kind).sort()).toEqual(["logistics", "logistics", "other", "venue"]);
  for (const { id } of tasks.filter(({ kind }) => kind === "logistics")) {
    await run({ type: "completeTask", ...taskInput.parse({ eventId, taskId: id }) }, manager);
  }
  const of = { eventId, locationId: venues.park.id };
  const at = new Date().toISOString();
  const confirmed = await recordFact(
    world.database,
    fact("LOCATION_CONFIRMED", { ...of, confirmedBy: manager.id, confirmedAt: at }),
    { correlationId: bookingId },
  );
  await world.settled();
  const ready = await look(eventId);
  expect(ready.status).toBe("ready");
  expect(ready.tasks.find(({ kind }) => kind === "venue")).toMatchObject({
    status: "done",
    evidence: confirmed,
  });
  expect(ready.readiness.map(({ part, isMet, evidence }) => [part, isMet, evidence !== null])).toEqual([
    ["staff", true, false],
    ["kits", true, false],
    ["logistics", true, true],
    ["venue", true, true],
  ]);
  await recordFact(
    world.database,
    fact("LOCATION_CONFIRMATION_REVOKED", { ...of, revokedBy: manager.id, revokedAt: at, reason: "Storm." }),
    { correlationId: bookingId },
  );
  await world.settled();
  expect(await look(eventId)).toMatchObject({
    status: "preparing",
    readinessLost: { reasons: ["The venue is no longer confirmed."] },
  });
  const client = await look(eventId, clientPerson);
  expect(client).toMatchObject({
    tasks: [],
    readiness: [],
    readinessLost: null,
    issues: [],
    can: { start: false },
  });
});

test("two who give one event away at once: one wins, the other gets a conflict", async () => {
  const [event] = await eventsOn(["2035-04-01T10:00"]);
  if (!event) throw new Error("one date, one event");
  const cancel = cancelInput.parse({
    eventId: event.eventId,
    version: 1,
    reason: "Storm.",
    notifyClient: false,
  });
  const ends = await Promise.allSettled([assign(event.eventId, 1), run({ type: "cancel", ...cancel })]);
  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(refused).toHaveLength(1);
  expect(["CONFLICT", "RULE_VIOLATED"]).toContain(refused[0].code);
});

test("one manager who is given two events of the same hour at once gets one of them", async () => {
  const [first] = await eventsOn(["2035-05-01T10:00"]);
  const [second] = await eventsOn(["2035-05-02T10:00"]);
  if (!first || !second) throw new Error("one date, one event");
  await world.database.execute(sql`
    UPDATE event_instance e SET starts_at = o.starts_at, ends_at = o.ends_at
    FROM event_instance o WHERE e.id = ${second.eventId} AND o.id = ${first.eventId}`);
  const ends = await Promise.allSettled([assign(first.eventId, 1), assign(second.eventId, 1)]);
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { details: { rule: "manager_busy" } },
  });
});

test("an issue's row bears its fact's id, whoever reported, and is acknowledged and resolved once", async () => {
  const { eventId, bookingId } = await prepared("2035-06-01T10:00");
  const reported = await recordFact(
    world.database,
    fact("LOCATION_ISSUE_REPORTED", {
      eventId,
      locationId: venues.park.id,
      reportedBy: manager.id,
      reportedAt: new Date().toISOString(),
      issueType: "access",
      description: "The gate is locked.",
      impactLevel: "major",
      needsImmediate: true,
    }),
    { correlationId: bookingId },
  );
  await world.settled();
  const of = acknowledgeIssueInput.parse({ eventId, issueId: reported });
  await run({ ...of, type: "acknowledgeIssue" });
  expect((await run({ ...of, type: "acknowledgeIssue" })).eventIds).toEqual([]);
  await run({ ...of, type: "resolveIssue", resolution: "It is open." }, manager);
  expect((await look(eventId)).issues).toMatchObject([
    { id: reported, subject: "location", severity: "critical", status: "resolved", acknowledgedBy: admin.id },
  ]);
});
