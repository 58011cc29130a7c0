import type { Route } from "next";
import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import type { RouterInputs } from "@/trpc/client";

/** The list of venues as its address says it (U-5). Used by the page on the server and by the screen. */

export const rowsPerPage = 50;
/** Starts of earlier pages that the address keeps, so that "Previous" need not count from the top. */
const trailMax = 8;

export const viewParsers = {
  q: parseAsString.withDefault(""),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsUuid, "~").withDefault([]),
  open: parseAsUuid,
};

export type VenuesView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the list as the view has it. */
export function viewHref(view: Partial<VenuesView>): Route {
  return `/admin/venues${serialize(view)}` as Route;
}

/** The page of a venue. */
export function venueHref(venueId: string): Route {
  return `/admin/venues/${venueId}` as Route;
}

/** Anything that narrows the list leads back to its first page, with nothing open. */
export const firstPage: Pick<VenuesView, "page" | "after" | "open"> = { page: 1, after: [], open: null };

/** What the list asks the server. */
export function listInputOf({ q, after }: VenuesView): RouterInputs["locations"]["list"] {
  const cursor = after.at(-1);
  return {
    ...(q !== "" && { q: q.slice(0, 100) }),
    ...(cursor !== undefined && { cursor }),
    limit: rowsPerPage,
  };
}

export function nextPage(view: VenuesView, cursor: string): VenuesView {
  return { ...view, open: null, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: VenuesView): VenuesView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, open: null, page: view.page - 1, after };
}
