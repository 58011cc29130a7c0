import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { completeActivityInput, startActivityInput } from "@/modules/activities/inputs";
import { activities } from "@/modules/activities/module";
import { activitiesOfEvent } from "@/modules/activities/queries/activities-of-event";
import { approveInput, importInput } from "@/modules/bookings/inputs";
import {
  assignManagerInput,
  completeInput,
  reviseOutcomeInput,
  startInput,
  startPreparationInput,
  taskInput,
} from "@/modules/event-instances/inputs/life";
import type { EventLifeCommand } from "@/modules/event-instances/life/commands";
import { eventLife } from "@/modules/event-instances/module";
import { type EventDetail, eventById } from "@/modules/event-instances/queries/event-by-id";
import { confirmLocationInput, revokeConfirmationInput } from "@/modules/locations/inputs";
import { locations } from "@/modules/locations/module";
import { admin, clientId, manager, otherAdmin } from "./builders/actors";
import { kitTemplateId, planOf, venues } from "./builders/bookings";
import type { HandledWorld } from "./handled-world";

interface Booked {
  readonly bookingId: string;
  readonly version: number;
}

/** Walks events through their lives with the commands that people run, each step from the version it sees. */
export function livedEvents(world: HandledWorld) {
  const { database } = world;
  let imported = 0;

  const see = (eventId: string, actor: PersonActor = admin): Promise<EventDetail> =>
    eventById(database, actor, eventId);
  const run = (command: EventLifeCommand, actor: PersonActor = admin) =>
    runCommand(database, eventLife, command, { actor });
  const seen = async (eventId: string) => ({ eventId, version: (await see(eventId)).version });

  async function approve(booking: Booked, by: PersonActor): Promise<readonly string[]> {
    const eventDates = await world.dates(booking.bookingId);
    const override = { reason: "The tests share one venue." };
    const wish = approveInput.parse({ ...booking, eventDates, override });
    await world.book(by, { type: "approve", ...wish });
    const rows = await database.query<{ id: string }>(sql`
      SELECT id FROM event_instance WHERE booking_id = ${booking.bookingId} ORDER BY starts_at`);
    return rows.map(({ id }) => id);
  }

  /** The events of a booking with two hours on each of these local starts, by start. */
  async function on(...localStarts: readonly string[]): Promise<readonly [string, ...string[]]> {
    return nonEmpty(await approve(await world.submitted(localStarts), admin));
  }

  /** The same, each with so many tea kits. */
  async function kitted(quantity: number, ...localStarts: readonly string[]) {
    const booking = await world.submitted(localStarts, undefined, [], [{ kitTemplateId, quantity }]);
    return nonEmpty(await approve(booking, admin));
  }

  /** One event at any time, past ones as well: recorded by an admin after the fact. */
  async function recorded(localStart: string, durationMinutes: number): Promise<string> {
    imported += 1;
    const wish = importInput.parse({
      clientId,
      importKey: `lived-${imported}`,
      title: "Night tour",
      locationIds: [venues.park.id],
      schedule: { kind: "dates", dates: [{ localStart, durationMinutes }] },
      plan: planOf({ durationMinutes: Math.min(durationMinutes, 120), roles: [], kits: [] }),
      contact: null,
      notes: "",
    });
    const booking = await world.book(admin, { type: "import", ...wish });
    return nonEmpty(await approve(booking, otherAdmin))[0];
  }

  async function assign(eventId: string, managerId: string = manager.id, override?: { reason: string }) {
    const wish = assignManagerInput.parse({ ...(await seen(eventId)), managerId, override });
    await run({ type: "assignManager", ...wish });
    await world.settled();
  }

  async function prepare(eventId: string, by: PersonActor = manager) {
    const wish = startPreparationInput.parse(await seen(eventId));
    await run({ type: "startPreparation", ...wish }, by);
    await world.settled();
  }

  /** Ticks whatever a person ticks. */
  async function tick(eventId: string) {
    const { tasks } = await see(eventId);
    for (const { id, kind, status } of tasks) {
      if (status === "done" || (kind !== "logistics" && kind !== "other")) continue;
      await run({ type: "completeTask", ...taskInput.parse({ eventId, taskId: id }) }, manager);
    }
    await world.settled();
  }

  async function confirmVenue(eventId: string) {
    const wish = confirmLocationInput.parse({ eventId, locationId: (await see(eventId)).venue.id });
    await runCommand(database, locations, { type: "confirm", ...wish }, { actor: manager });
    await world.settled();
  }

  async function revokeVenue(eventId: string, reason: string, by: PersonActor = manager) {
    const wish = revokeConfirmationInput.parse({
      eventId,
      locationId: (await see(eventId)).venue.id,
      reason,
    });
    await runCommand(database, locations, { type: "revokeConfirmation", ...wish }, { actor: by });
    await world.settled();
  }

  async function start(eventId: string) {
    await run({ type: "start", ...startInput.parse(await seen(eventId)) }, manager);
    await world.settled();
  }

  /** Starts and completes every activity of the event, with a figure each. */
  async function runActivities(eventId: string) {
    const { items } = await activitiesOfEvent(database, manager, eventId);
    for (const { id } of items) {
      const wish = { type: "start", ...startActivityInput.parse({ activityId: id }) } as const;
      await runCommand(database, activities, wish, { actor: manager });
      const done = completeActivityInput.parse({ activityId: id, metrics: { samples: 40 } });
      await runCommand(database, activities, { type: "complete", ...done }, { actor: manager });
    }
    await world.settled();
  }

  async function complete(eventId: string, more: object = {}) {
    const outcomes = { metExpectations: true, metrics: { samples: 40 }, notes: "A warm night." };
    const wish = completeInput.parse({ ...(await seen(eventId)), outcomes, ...more });
    await run({ type: "complete", ...wish }, manager);
    await world.settled();
  }

  /** Assigned, prepared, ticked and confirmed: ready, as the workflow finds it. */
  async function makeReady(eventId: string) {
    await assign(eventId);
    await prepare(eventId);
    await tick(eventId);
    await confirmVenue(eventId);
  }

  async function revise(eventId: string, outcomes: object) {
    const wish = reviseOutcomeInput.parse({ ...(await seen(eventId)), outcomes });
    await run({ type: "reviseOutcome", ...wish }, manager);
    await world.settled();
  }

  const steps = { assign, prepare, tick, confirmVenue, revokeVenue, start, runActivities, complete, revise };
  return { see, seen, run, on, kitted, recorded, makeReady, ...steps };
}

function nonEmpty(ids: readonly string[]): readonly [string, ...string[]] {
  const [first, ...others] = ids;
  if (first === undefined) throw new Error("the approval made no event");
  return [first, ...others];
}
