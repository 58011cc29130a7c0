import type { Route } from "next";
import {
  createSerializer,
  parseAsArrayOf,
  parseAsInteger,
  parseAsIsoDate,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { bookingStatuses } from "@/app/admin/_components/booking-statuses";
import { isUuidText } from "@/values/uuid-text";
import type { ListInput } from "@/modules/bookings/inputs";
import type { RouterInputs } from "@/trpc/client";

/** The list of bookings as its address says it (U-5). Used by the page on the server and by the screen. */

export const waits = ["agency", "client", "all"] as const;
export const sorts = [
  "waiting",
  "next_date",
  "number",
  "updated",
] as const satisfies readonly ListInput["sort"][];

export const rowsPerPage = 50;
/** Starts of earlier pages that the address keeps, so that "Previous" need not count from the top. */
const trailMax = 8;

export const viewParsers = {
  waiting: parseAsStringLiteral(waits).withDefault("agency"),
  status: parseAsArrayOf(parseAsStringLiteral(bookingStatuses)).withDefault([]),
  client: parseAsString.withDefault(""),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(sorts).withDefault("waiting"),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsString, "~").withDefault([]),
  open: parseAsString,
};

export type BookingsView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the list as the view has it. */
export function viewHref(view: Partial<BookingsView>): Route {
  return `/admin/bookings${serialize(view)}` as Route;
}

/** Anything that narrows or reorders the list leads back to its first page, with nothing open. */
export const firstPage: Pick<BookingsView, "page" | "after" | "open"> = { page: 1, after: [], open: null };

/** What the list asks the server. */
export function listInputOf(view: BookingsView): RouterInputs["bookings"]["list"] {
  const cursor = view.after.at(-1);
  return {
    ...(view.waiting !== "all" && { waitingFor: view.waiting }),
    ...(view.status.length > 0 && { status: view.status }),
    ...(isUuidText(view.client) && { clientId: view.client }),
    ...(view.q !== "" && { q: view.q.slice(0, 100) }),
    ...(view.from && { fromDay: dayOf(view.from) }),
    ...(view.to && { toDay: dayOf(view.to) }),
    sort: view.sort,
    ...(cursor !== undefined && { cursor }),
    limit: rowsPerPage,
  };
}

/** True when a filter other than the tab is on. */
export function isNarrowed({ status, client, from, to, q }: BookingsView): boolean {
  return status.length > 0 || client !== "" || from !== null || to !== null || q !== "";
}

export const noFilters: Partial<BookingsView> = { status: [], client: "", from: null, to: null, q: "" };

export function nextPage(view: BookingsView, cursor: string): BookingsView {
  return { ...view, open: null, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: BookingsView): BookingsView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, open: null, page: view.page - 1, after };
}

/** `YYYY-MM-DD`; dates of the address are midnights in UTC. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
