import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import { rescheduleInput } from "@/modules/event-instances/inputs/life";
import { eventRecord } from "@/modules/event-instances/queries/event-record";
import { admin, manager, otherAdmin, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { keepPhoto } from "@/testing/builders/photos";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import {
  confirmLocationInput,
  listVenuesInput,
  reportLocationIssueInput,
  revokeConfirmationInput,
} from "./inputs";
import { locations } from "./module";
import { venueById } from "./queries/venue-by-id";
import { venueForEvent } from "./queries/venue-for-event";
import { listVenues } from "./queries/venues";

let world: HandledWorld;
let eventId: string;
const locationId = venues.park.id;

beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  const booking = await world.submitted(["2035-06-02T10:00", "2035-06-09T10:00"]);
  const eventDates = await world.dates(booking.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates }) });
  const [event] = await world.database.query<{ id: string }>(sql`
    UPDATE event_instance SET manager_id = ${manager.id}
    WHERE id = (SELECT id FROM event_instance ORDER BY starts_at LIMIT 1) RETURNING id`);
  eventId = event?.id ?? "";
});
afterAll(() => world.close());

const confirm = (accessDetails: string, actor = manager) =>
  runCommand(
    world.database,
    locations,
    { type: "confirm", ...confirmLocationInput.parse({ eventId, locationId, accessDetails }) },
    { actor },
  );
const forEvent = (actor = manager) => venueForEvent(world.database, actor, eventId);
const ofManager = () => venueById(world.database, manager, locationId);

test("a venue that nobody confirmed says so, to whoever runs the event and to nobody else", async () => {
  expect(await forEvent()).toMatchObject({
    name: "Bryant Park",
    state: "unconfirmed",
    accessDetails: null,
    can: { confirm: true, revokeConfirmation: false },
  });
  await expect(forEvent({ ...manager, id: otherAdmin.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("several who confirm at once: the same words are one fact, and the manager reads them", async () => {
  const answers = await Promise.all([confirm("Gate 3."), confirm("Gate 3.", admin), confirm("Gate 3.")]);
  expect(answers.map(({ eventIds }) => eventIds.length).sort()).toEqual([0, 0, 1]);
  expect((await ofManager()).events).toMatchObject([
    { eventId, confirmed: true, accessDetails: "Gate 3.", title: "Autumn tour" },
  ]);
  expect(await forEvent()).toMatchObject({
    state: "confirmed",
    accessDetails: "Gate 3.",
    can: { confirm: true, revokeConfirmation: true },
  });
});

test("lists count what is ahead and not confirmed, for the manager of own events only", async () => {
  const page = listVenuesInput.parse({});
  const park = async (actor: typeof admin) =>
    (await listVenues(world.database, actor, page)).items.find(({ id }) => id === locationId);
  expect(await park(admin)).toMatchObject({ upcoming: 2, unconfirmed: 1 });
  expect(await park(manager)).toMatchObject({ upcoming: 1, unconfirmed: 0 });
  expect((await listVenues(world.database, manager, page)).items).toHaveLength(1);
  const found = await listVenues(world.database, admin, listVenuesInput.parse({ q: "ryant p" }));
  expect(found).toMatchObject({ items: [{ name: "Bryant Park" }], total: { count: 1, more: false } });
  const none = await listVenues(world.database, manager, listVenuesInput.parse({ q: "alexander" }));
  expect(none).toEqual({ items: [], nextCursor: null, total: { count: 0, more: false } });
  const first = await listVenues(world.database, admin, { limit: 1 });
  const rest = await listVenues(world.database, admin, listVenuesInput.parse({ cursor: venues.berlin.id }));
  expect(first).toMatchObject({ items: [{ name: "Alexanderplatz" }], nextCursor: venues.berlin.id });
  expect(rest.items[0]?.name).toBe("Bryant Park");
});

test("a report hangs its photos on the event, and nobody can use them for another record", async () => {
  const photoId = testId(11, 3);
  await keepPhoto(world.database, { id: photoId, uploadedBy: otherAdmin.id });
  const input = reportLocationIssueInput.parse({
    eventId,
    locationId,
    issueType: "access",
    description: "The gate is locked.",
    impactLevel: "major",
    needsImmediate: true,
    photoIds: [photoId],
  });
  const report = (actor = otherAdmin) =>
    runCommand(world.database, locations, { type: "reportIssue", ...input }, { actor });
  await expect(report(admin)).rejects.toMatchObject({ code: "INVALID" });
  await report();
  await world.settled();
  const { issues } = await ofManager();
  expect(issues).toMatchObject([{ eventId, severity: "critical", status: "reported", issueType: "access" }]);
  const [photo] = await world.database.query(sql`
    SELECT subject, record_id, event_id FROM photo WHERE id = ${photoId}`);
  expect(photo).toEqual({ subject: "location", record_id: eventId, event_id: eventId });
});

test("a confirmation that was taken back says why, until it is given again", async () => {
  const revoke = revokeConfirmationInput.parse({ eventId, locationId, reason: "No permit." });
  await runCommand(world.database, locations, { type: "revokeConfirmation", ...revoke }, { actor: admin });
  expect((await ofManager()).events).toMatchObject([
    {
      confirmed: false,
      accessDetails: null,
      revokedReason: "No permit.",
      can: { confirm: true, revoke: false },
    },
  ]);
  await confirm("Gate 3.");
  expect((await ofManager()).events).toMatchObject([
    { confirmed: true, revokedReason: null, confirmedBy: "Mia Manager", can: { revoke: true } },
  ]);
});

test("a move of the event takes the confirmation away from its readers", async () => {
  await world.database.execute(sql`
    UPDATE event_instance SET starts_at = starts_at + interval '30 minutes' WHERE id = ${eventId}`);
  expect((await ofManager()).events).toMatchObject([{ confirmed: false, accessDetails: null }]);
  expect(await forEvent()).toMatchObject({ state: "unconfirmed", accessDetails: "Gate 3." });
  expect((await confirm("Gate 4.")).result.confirmed).toBe(true);
  expect((await ofManager()).events).toMatchObject([{ confirmed: true, accessDetails: "Gate 4." }]);
});

test("an event that was moved away and back has to be confirmed anew, and can be, in the same words", async () => {
  const events = livedEvents(world);
  const [moved] = await events.on("2035-07-07T10:00");
  await events.makeReady(moved);
  const move = async (newDate: string) => {
    const why = { reason: "Rain.", notifyStaff: false, notifyClient: false };
    const wish = rescheduleInput.parse({ ...(await events.seen(moved)), newDate, ...why });
    await events.run({ type: "reschedule", ...wish });
    await world.settled();
  };
  await move("2035-07-08T10:00");
  await move("2035-07-07T10:00");
  const read = () => venueForEvent(world.database, manager, moved);
  const listed = async () => (await ofManager()).events.find((event) => event.eventId === moved)?.confirmed;
  const recorded = async () => (await eventRecord(world.database, admin, moved)).confirmation?.holds;
  expect([(await read()).state, await listed(), await recorded()]).toEqual(["unconfirmed", false, false]);
  expect((await read()).can.revokeConfirmation).toBe(false);
  await events.confirmVenue(moved);
  expect([(await read()).state, await listed(), await recorded()]).toEqual(["confirmed", true, true]);
  const standing = await world.database.query(sql`
    SELECT confirmed FROM event_venue_standing WHERE event_id = ${moved}`);
  expect(standing).toEqual([{ confirmed: true }]);
});

test("what was taken back says why, and an event that is over needs no venue", async () => {
  const input = revokeConfirmationInput.parse({ eventId, locationId, reason: "No permit." });
  await runCommand(world.database, locations, { type: "revokeConfirmation", ...input }, { actor: manager });
  expect(await forEvent()).toMatchObject({ state: "revoked", revokedReason: "No permit." });
  await world.database.execute(sql`UPDATE event_instance SET status = 'completed' WHERE id = ${eventId}`);
  expect((await forEvent()).can).toEqual({ confirm: false, revokeConfirmation: false });
});
