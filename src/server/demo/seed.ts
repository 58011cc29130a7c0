import "server-only";
import type { Actor, PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { readBooking } from "@/modules/bookings/store/read-booking";
import type { Booking } from "@/modules/bookings/booking";
import type { BookingCommand } from "@/modules/bookings/commands";
import type { Activity } from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { idSchema } from "@/values/ids";
import { toOffsetDateTime } from "@/values/venue-time";
import { type DemoActivity, type DemoBooking, type DemoFate, demoBookings } from "./bookings";
import { demoEvents } from "./events";
import { playDemoKits } from "./kits";
import { demoPeople } from "./people";
import { playDemoEvents } from "./play-events";
import { playDemoStaff } from "./staff";
import { buildDirectory, pick, type World } from "./world";

/**
 * Builds the demo agency by running the same commands that people run, so that the log has no holes. Everything
 * is timed from today. Expects an empty database and a running dispatcher; resolves when all follow-ups are done.
 */
export async function seedDemo(database: Database): Promise<{ people: number; bookings: number }> {
  const world = await buildDirectory(database);
  await playDemoStaff(world);
  await playDemoKits(world);
  for (const [index, booking] of demoBookings.entries()) await playBooking(world, booking, index);
  await allDeliveriesSettled(database, 60_000);
  await playSecondActs(world);
  await allDeliveriesSettled(database, 60_000);
  await playDemoEvents(world);
  return { people: demoPeople.length, bookings: demoBookings.length + demoEvents.length };
}

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

async function run(world: World, command: BookingCommand, actor: Actor): Promise<string> {
  const { result } = await runCommand(world.database, bookings, command, { actor });
  if (!result) throw new Error(`the demo's ${command.type} made no booking`);
  return result.bookingId;
}

async function present(world: World, bookingId: string): Promise<Booking> {
  const booking = await readBooking(world.database, bookingId);
  if (!booking) throw new Error("a booking of the demo is gone");
  return booking;
}

async function playBooking(world: World, demo: DemoBooking, index: number): Promise<void> {
  const client = pick(world.clients, demo.client);
  const admin = pick(world.admins, index);
  const content = {
    title: demo.title,
    locationIds: [idSchema.parse(world.venueIds.get(demo.venue))],
    schedule: demo.schedule(day),
    plan: { activities: demo.activities.map((activity) => withKits(world, activity)) },
    contact: null,
    notes: demo.notes ?? "",
  };
  if (demo.past) {
    const importer = pick(world.admins, index + 1);
    const clientId = idSchema.parse(world.clientIds[demo.client]);
    const wish: BookingCommand = { type: "import", clientId, importKey: `demo-${index}`, ...content };
    await approve(world, await run(world, wish, importer), admin, () => true);
    return;
  }
  const bookingId = await run(world, { type: "create", ...content }, client);
  if (demo.fate.kind === "draft") return;
  const { version } = await present(world, bookingId);
  await run(world, { type: "submit", bookingId: idSchema.parse(bookingId), version }, client);
  await decide(world, bookingId, demo.fate, { admin, client });
}

function withKits(world: World, { kits, ...activity }: DemoActivity): Activity {
  return {
    ...activity,
    kits: kits.map((kit) => ({ kitTemplateId: idSchema.parse(world.kitIds[kit]), quantity: 1 })),
  };
}

interface Cast {
  readonly admin: PersonActor;
  readonly client: PersonActor;
}

async function decide(
  world: World,
  bookingId: string,
  fate: DemoFate,
  { admin, client }: Cast,
): Promise<void> {
  const id = idSchema.parse(bookingId);
  const { version } = await present(world, bookingId);
  switch (fate.kind) {
    case "draft":
    case "waits":
      return;
    case "approved":
    case "edited":
      return approve(world, bookingId, admin, () => true);
    case "some":
      return approve(world, bookingId, admin, (place) => place < fate.count);
    case "all-but-one":
      return approve(world, bookingId, admin, (place) => place !== 2, { reason: fate.reason });
    case "other-time":
      return approve(world, bookingId, admin, (place) => place !== 0, fate);
    case "rejected": {
      const { reason, allowResubmission } = fate;
      await run(world, { type: "reject", bookingId: id, version, reason, allowResubmission }, admin);
      return;
    }
    case "changes": {
      const { field, reason, suggestedValue } = fate;
      const changes = [{ field, reason, suggestedValue }];
      await run(world, { type: "requestChanges", bookingId: id, version, changes }, admin);
      return;
    }
    case "cancelled":
      if (fate.afterApproval) return approve(world, bookingId, admin, () => true);
      await run(world, { type: "cancel", bookingId: id, version, reason: fate.reason }, client);
      return;
    default:
      return neverFate(fate);
  }
}

function neverFate(fate: never): never {
  throw new Error(`unknown fate ${JSON.stringify(fate)}`);
}

/** Approves the dates in the places that `wanted` names; the others are declined where a reason is given. */
async function approve(
  world: World,
  bookingId: string,
  admin: PersonActor,
  wanted: (place: number) => boolean,
  otherwise?: { readonly reason: string; readonly hours?: number },
): Promise<void> {
  const booking = await present(world, bookingId);
  const name = (startsAt: string) => toOffsetDateTime(startsAt, booking.timeZone);
  const left = booking.dates.filter((_, place) => !wanted(place));
  await run(
    world,
    {
      type: "approve",
      bookingId: idSchema.parse(bookingId),
      version: booking.version,
      eventDates: booking.dates.filter((_, place) => wanted(place)).map((date) => name(date.startsAt)),
      declinedDates: otherwise
        ? left.map((date) => ({
            date: name(date.startsAt),
            reason: otherwise.reason,
            ...(otherwise.hours !== undefined && { proposedDate: later(date.localStart, otherwise.hours) }),
          }))
        : [],
      override: { reason: "Agreed with the client by phone." },
    },
    admin,
  );
}

function later(localStart: string, hours: number): string {
  return new Date(Date.parse(`${localStart}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}

/** What happens after the events were generated: a cancellation that takes them down, an edit that holds them. */
async function playSecondActs(world: World): Promise<void> {
  const rows = await world.database.prisma.booking.findMany({ select: { id: true, title: true } });
  const idOf = new Map(rows.map((row) => [row.title, row.id]));
  for (const demo of demoBookings) {
    const bookingId = idOf.get(demo.title);
    if (bookingId !== undefined) await secondAct(world, demo, bookingId);
  }
}

async function secondAct(world: World, demo: DemoBooking, bookingId: string): Promise<void> {
  const client = pick(world.clients, demo.client);
  const { version, plan } = await present(world, bookingId);
  const id = idSchema.parse(bookingId);
  if (demo.fate.kind === "cancelled" && demo.fate.afterApproval) {
    await run(world, { type: "cancel", bookingId: id, version, reason: demo.fate.reason }, client);
  } else if (demo.fate.kind === "edited") {
    const { extraPeople } = demo.fate;
    const activities = plan.activities.map((activity, place) => ({
      ...activity,
      roles: activity.roles.map((item, line) =>
        place === 0 && line === 0 ? { ...item, headcount: item.headcount + extraPeople } : item,
      ),
    }));
    await run(world, { type: "update", bookingId: id, version, plan: { activities } }, client);
  }
}
