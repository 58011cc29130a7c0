import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { type Booking, type BookingState, contentOf } from "@/modules/bookings/booking";
import type { BookingCommand } from "@/modules/bookings/commands";
import { type BookingContent, resolveSchedule } from "@/modules/bookings/content";
import { offeredWindows } from "@/modules/bookings/decide/proposals";
import type { Plan, Schedule } from "@/modules/bookings/inputs";
import type { BookingOutside, ResolvedContent, Venue } from "@/modules/bookings/outside";
import {
  kitTemplateIds,
  lockVenues,
  readClient,
  readGone,
  readImported,
  readVenues,
  unknownKitTemplates,
} from "./lookups";
import { lockBooking, readBooking, readDecided, readRevision, readStandingEvents } from "./read-booking";
import { readClashes } from "./read-clashes";

const NOTHING_OUTSIDE: BookingOutside = {
  resolved: null,
  venues: [],
  unknownKitTemplateIds: [],
  client: null,
  gone: [],
  clashes: [],
  standingEvents: [],
  original: null,
  importedBefore: null,
  decided: null,
  reviewed: null,
};

interface Loaded {
  readonly state: BookingState;
  readonly outside: BookingOutside;
}

/** Loads and locks the booking that the command is about, with the facts from elsewhere that its rule needs. */
export async function load(tx: Tx, command: BookingCommand, context: DecisionContext): Promise<Loaded> {
  switch (command.type) {
    case "create":
      return loadNew(tx, command, command.clientId ?? ownClient(context));
    case "import":
      return loadNew(tx, command, command.clientId, command.importKey);
    case "duplicate":
      return loadCopy(tx, command.bookingId);
    case "update":
    case "submit":
    case "approve":
    case "reject":
    case "requestChanges":
    case "cancel":
      return loadExisting(tx, command, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown booking command ${JSON.stringify(command)}`);
}

function ownClient({ actor }: DecisionContext): string | null {
  return actor.kind === "person" ? actor.clientId : null;
}

interface WholeContent {
  readonly title: string;
  readonly locationIds: readonly string[];
  readonly schedule: Schedule;
  readonly plan: Plan;
  readonly contact: BookingContent["contact"];
  readonly notes: string;
}

async function loadNew(
  tx: Tx,
  input: WholeContent,
  clientId: string | null,
  importKey?: string,
): Promise<Loaded> {
  const [venues, unknownKitTemplateIds, client, importedBefore] = await Promise.all([
    readVenues(tx, input.locationIds),
    unknownKitTemplates(tx, input.plan),
    clientId === null ? null : readClient(tx, clientId),
    clientId === null || importKey === undefined ? null : readImported(tx, clientId, importKey),
  ]);
  const resolved = resolve(input, venues);
  const outside = { ...NOTHING_OUTSIDE, venues, resolved, unknownKitTemplateIds, client, importedBefore };
  return { state: { exists: false, clientId }, outside };
}

async function loadCopy(tx: Tx, bookingId: string): Promise<Loaded> {
  const original = await readBooking(tx, bookingId);
  if (!original) throw notFound("booking");
  const content = { ...contentOf(original), dates: [], recurrence: null, rrule: null };
  return {
    state: { exists: false, clientId: original.clientId },
    outside: {
      ...NOTHING_OUTSIDE,
      client: await readClient(tx, original.clientId),
      original: { id: original.id, content },
    },
  };
}

type ExistingCommand = Extract<BookingCommand, { readonly version: number }>;

async function loadExisting(tx: Tx, command: ExistingCommand, context: DecisionContext): Promise<Loaded> {
  const state = await lockBooking(tx, command.bookingId);
  if (!state) throw notFound("booking");
  const reviewed =
    state.version === command.version ? null : await readRevision(tx, state.id, command.version);
  const outside = { ...NOTHING_OUTSIDE, reviewed };
  switch (command.type) {
    case "update":
      return { state, outside: { ...outside, ...(await loadEdit(tx, command, state)) } };
    case "approve":
      return { state, outside: { ...outside, ...(await loadApproval(tx, command, state, context)) } };
    case "reject":
    case "cancel":
      return { state, outside: { ...outside, standingEvents: await readStandingEvents(tx, state.id) } };
    case "submit":
      return { state, outside: { ...outside, gone: await readGone(tx, state) } };
    case "requestChanges":
      return { state, outside };
    default:
      return neverCommand(command);
  }
}

async function loadApproval(
  tx: Tx,
  command: Extract<BookingCommand, { type: "approve" }>,
  booking: Booking,
  context: DecisionContext,
) {
  // The venues are locked by a statement of their own, so that those behind it see what the lock waited for.
  const windows = [...booking.dates, ...offeredWindows(command, booking)];
  const [venues, gone, clashes, standingEvents] = await Promise.all([
    lockVenues(tx, booking.locationIds),
    readGone(tx, booking),
    readClashes(tx, booking.id, windows, context.now),
    command.declinedDates.length > 0 ? readStandingEvents(tx, booking.id) : [],
  ]);
  return { venues, gone, clashes, standingEvents };
}

async function loadEdit(tx: Tx, command: Extract<BookingCommand, { type: "update" }>, booking: Booking) {
  const locationIds = command.locationIds ?? booking.locationIds;
  const plan = command.plan ?? booking.plan;
  const planned = new Set(kitTemplateIds(booking.plan));
  const venues = await readVenues(tx, locationIds);
  const whole = {
    title: command.title ?? booking.title,
    locationIds,
    plan,
    contact: command.contact === undefined ? booking.contact : command.contact,
    notes: command.notes ?? booking.notes,
  };
  return {
    venues,
    resolved: command.schedule
      ? resolve({ ...whole, schedule: command.schedule }, venues)
      : keepSchedule(whole, booking, venues),
    unknownKitTemplateIds: (await unknownKitTemplates(tx, plan)).filter((id) => !planned.has(id)),
    standingEvents: await readStandingEvents(tx, booking.id),
    decided: booking.needsReapproval ? await readDecided(tx, booking) : null,
  };
}

/** Without a new schedule the dates stay as they are, unless the new venue's clock gives them other instants. */
function keepSchedule(
  whole: Omit<WholeContent, "schedule">,
  booking: Booking,
  venues: readonly Venue[],
): ResolvedContent | null {
  const zone = zoneOf(whole.locationIds, venues);
  if (zone === undefined) return null;
  if (zone === booking.timeZone) {
    const { dates, recurrence, rrule } = contentOf(booking);
    return { content: { ...whole, timeZone: zone, dates, recurrence, rrule }, truncated: false };
  }
  return resolve({ ...whole, schedule: scheduleOf(booking) }, venues);
}

function scheduleOf(booking: Booking): Schedule {
  if (booking.recurrence) return { kind: "recurring", recurrence: booking.recurrence };
  const dates = booking.dates.map((date) => ({
    localStart: date.localStart,
    durationMinutes: (Date.parse(date.endsAt) - Date.parse(date.startsAt)) / 60_000,
  }));
  return { kind: "dates", dates };
}

function zoneOf(locationIds: readonly string[], venues: readonly Venue[]): string | undefined {
  return venues.find((venue) => venue.id === locationIds[0])?.timeZone;
}

function resolve(whole: WholeContent, venues: readonly Venue[]): ResolvedContent | null {
  const timeZone = zoneOf(whole.locationIds, venues);
  if (timeZone === undefined) return null;
  const { dates, rrule, truncated } = resolveSchedule(whole.schedule, timeZone);
  const { title, locationIds, plan, contact, notes } = whole;
  const recurrence = whole.schedule.kind === "recurring" ? whole.schedule.recurrence : null;
  return {
    content: { title, locationIds, timeZone, dates, recurrence, rrule, plan, contact, notes },
    truncated,
  };
}
