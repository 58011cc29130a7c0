import "server-only";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import type { BookingCommand } from "@/modules/bookings/commands";
import { bookings } from "@/modules/bookings/module";
import type { Activity } from "@/modules/bookings/inputs";
import { readBooking } from "@/modules/bookings/store/read-booking";
import { idSchema } from "@/values/ids";
import { addMinutes, toOffsetDateTime } from "@/values/venue-time";
import { playAttendance } from "./attendance";
import { demoEvents, type DemoEvent } from "./events";
import { eventActs } from "./event-acts";
import { afterwards, makeReady, settleIssues, whileItRuns } from "./event-stages";
import { playDemoNeeds, playDemoReturns } from "./kit-needs";
import { playPastAndComing } from "./past-and-coming";
import { playDemoShifts } from "./shifts";
import { demoVenues } from "./venues";
import { pick, type World } from "./world";

const SETTLED_WITHIN_MS = 60_000;

/** An event of the demo that has been made, with whoever has it. */
export interface StagedEvent {
  readonly demo: DemoEvent;
  readonly eventId: string;
  readonly manager: PersonActor;
}

/**
 * Brings events to every state there is, today among them. All go through a stage together, and what follows from
 * it follows before the next one, as on any day.
 */
export async function playDemoEvents(world: World): Promise<void> {
  const settled = () => allDeliveriesSettled(world.database, SETTLED_WITHIN_MS);
  const bookingIds: string[] = [];
  for (const [index, demo] of demoEvents.entries()) bookingIds.push(await book(world, demo, index));
  await settled();
  const events = await staged(world, bookingIds);
  const acts = eventActs(world);
  const all = (step: typeof makeReady) => Promise.all(events.map((event) => step(acts, event)));
  await all(makeReady);
  await playDemoNeeds(world, events);
  await playDemoShifts(world, events);
  await playPastAndComing(world, acts);
  await settled();
  await all(whileItRuns);
  await settled();
  await playAttendance(world, events);
  await settled();
  await all(settleIssues);
  await all(afterwards);
  await playDemoReturns(world, events);
  await settled();
}

/** Recorded by one admin and approved by another, since nothing can be asked for in the past. */
async function book(world: World, demo: DemoEvent, index: number): Promise<string> {
  const { timeZone } = venueOf(demo);
  const localStart = localStartOf(demo, timeZone);
  const wish: BookingCommand = {
    type: "import",
    clientId: idSchema.parse(world.clientIds[demo.client]),
    importKey: `demo-event-${index}`,
    title: demo.title,
    locationIds: [idSchema.parse(world.venueIds.get(demo.venue))],
    schedule: { kind: "dates", dates: [{ localStart, durationMinutes: demo.minutes }] },
    plan: {
      activities: demo.activities.map(({ durationMinutes, ...activity }) =>
        withKits(world, { ...activity, durationMinutes: Math.min(durationMinutes, demo.minutes) }),
      ),
    },
    contact: null,
    notes: "",
  };
  const { result } = await runCommand(world.database, bookings, wish, { actor: pick(world.admins, 1) });
  const booking = result ? await readBooking(world.database, result.bookingId) : null;
  if (!booking) throw new Error("an event of the demo has no booking");
  const approval: BookingCommand = {
    type: "approve",
    bookingId: idSchema.parse(booking.id),
    version: booking.version,
    eventDates: booking.dates.map((date) => toOffsetDateTime(date.startsAt, booking.timeZone)),
    declinedDates: [],
    override: { reason: "Agreed with the client by phone." },
  };
  await runCommand(world.database, bookings, approval, { actor: pick(world.admins, 0) });
  return booking.id;
}

function venueOf({ venue }: DemoEvent) {
  const found = demoVenues.find(({ key }) => key === venue);
  if (!found) throw new Error(`the demo has no venue ${venue}`);
  return found.fields;
}

/** The start on the venue's clock, `YYYY-MM-DDTHH:mm`. */
function localStartOf({ starts }: DemoEvent, timeZone: string): string {
  const now = new Date().toISOString();
  if (typeof starts === "number") {
    const quarter = new Date(Math.floor(Date.parse(addMinutes(now, starts)) / 900_000) * 900_000);
    return toOffsetDateTime(quarter.toISOString(), timeZone).slice(0, 16);
  }
  return `${toOffsetDateTime(addMinutes(now, starts.day * 1440), timeZone).slice(0, 10)}T${starts.clock}`;
}

function withKits(world: World, { kits, ...activity }: DemoEvent["activities"][number]): Activity {
  return {
    ...activity,
    kits: kits.map((kit) => ({ kitTemplateId: idSchema.parse(world.kitIds[kit]), quantity: 1 })),
  };
}

async function staged(world: World, bookingIds: readonly string[]): Promise<readonly StagedEvent[]> {
  const rows = await world.database.query<{ id: string; booking_id: string }>(sql`
    SELECT id, booking_id FROM event_instance WHERE booking_id = ANY (${[...bookingIds]}::uuid[])`);
  const eventOf = new Map(rows.map((row) => [row.booking_id, row.id]));
  return demoEvents.map((demo, index) => {
    const eventId = eventOf.get(bookingIds[index] ?? "");
    if (eventId === undefined) throw new Error(`the demo's event ${demo.title} was not made`);
    return { demo, eventId, manager: pick(world.managers, demo.manager) };
  });
}
