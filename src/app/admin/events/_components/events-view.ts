import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { RouterInputs } from "@/trpc/client";

/** The list of events as its address says it (U-5). Used by the page on the server and by the screen. */

export const ranges = ["upcoming", "7d", "14d", "30d", "past", "all"] as const;
export type EventsRange = (typeof ranges)[number];

export const eventStatuses = [
  "scheduled",
  "assigned",
  "preparing",
  "ready",
  "in_progress",
  "completed",
  "cancelled",
] as const satisfies readonly EventInstanceStatus[];

export const rowsPerPage = 50;
/** Starts of earlier pages that the address keeps, so that "Previous" need not count from the top. */
const trailMax = 8;
const DAY_MS = 86_400_000;

export const viewParsers = {
  range: parseAsStringLiteral(ranges).withDefault("upcoming"),
  status: parseAsArrayOf(parseAsStringLiteral(eventStatuses)).withDefault([]),
  hold: parseAsBoolean.withDefault(false),
  client: parseAsUuid,
  venue: parseAsUuid,
  booking: parseAsUuid,
  q: parseAsString.withDefault(""),
  /** Null is the order that suits the range. */
  order: parseAsStringLiteral(["earliest", "latest"] as const),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsString, "~").withDefault([]),
  open: parseAsUuid,
};

export type EventsView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the list as the view has it. */
export function viewHref(view: Partial<EventsView>): "/admin/events" | `/admin/events?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/events" : `/admin/events?${query}`;
}

/** Anything that narrows or reorders the list leads back to its first page, with nothing open. */
export const firstPage: Pick<EventsView, "page" | "after" | "open"> = { page: 1, after: [], open: null };

/** What the list asks the server; `now` is the moment the page was made. */
export function listInputOf(view: EventsView, now: string): RouterInputs["events"]["list"] {
  const cursor = view.after.at(-1);
  return {
    ...rangeOf(view.range, now),
    ...(view.status.length > 0 && { status: view.status }),
    ...(view.hold && { onHold: true }),
    ...(view.client !== null && { clientId: view.client }),
    ...(view.venue !== null && { locationId: view.venue }),
    ...(view.booking !== null && { bookingId: view.booking }),
    ...(view.q !== "" && { q: view.q.slice(0, 100) }),
    order: orderOf(view),
    ...(cursor !== undefined && { cursor }),
    limit: rowsPerPage,
  };
}

/** What is over is read from the latest back, all else from the next one on. */
export function orderOf({ order, range }: Pick<EventsView, "order" | "range">): "earliest" | "latest" {
  return order ?? (range === "past" ? "latest" : "earliest");
}

/** The moment a list counts from, to the minute, so that the same list is not asked for every second anew. */
export function minuteOf(date: Date): string {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
}

const daysAhead = { "7d": 7, "14d": 14, "30d": 30 } as const;

function rangeOf(range: EventsRange, now: string): { from?: string; to?: string } {
  switch (range) {
    case "upcoming":
      return { from: now };
    case "past":
      return { to: now };
    case "all":
      return {};
    default:
      return { from: now, to: new Date(Date.parse(now) + daysAhead[range] * DAY_MS).toISOString() };
  }
}

/** True when a filter other than the range is on. */
export function isNarrowed(view: EventsView): boolean {
  const { status, hold, client, venue, booking, q } = view;
  return status.length > 0 || hold || client !== null || venue !== null || booking !== null || q !== "";
}

export const noFilters: Partial<EventsView> = {
  status: [],
  hold: false,
  client: null,
  venue: null,
  booking: null,
  q: "",
};

export function nextPage(view: EventsView, cursor: string): EventsView {
  return { ...view, open: null, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: EventsView): EventsView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, open: null, page: view.page - 1, after };
}
