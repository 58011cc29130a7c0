import type { Route } from "next";
import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import type { RouterInputs } from "@/trpc/client";

/** The list of people as its address says it (U-5). Used by the page on the server and by the screen. */

export const rowsPerPage = 50;
/** Starts of earlier pages that the address keeps, so that "Previous" need not count from the top. */
const trailMax = 8;

export const viewParsers = {
  q: parseAsString.withDefault(""),
  role: parseAsString.withDefault(""),
  papers: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsUuid, "~").withDefault([]),
};

export type PeopleView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

export function viewHref(view: Partial<PeopleView>): Route {
  return `/admin/people${serialize(view)}` as Route;
}

/** The page of a person. */
export function personHref(userId: string): Route {
  return `/admin/people/${userId}` as Route;
}

/** Anything that narrows the list leads back to its first page. */
export const firstPage: Pick<PeopleView, "page" | "after"> = { page: 1, after: [] };

/** What the list asks the server. */
export function listInputOf({
  q,
  role,
  papers,
  after,
}: PeopleView): RouterInputs["directory"]["people"]["staff"] {
  const cursor = after.at(-1);
  return {
    ...(q !== "" && { q: q.slice(0, 100) }),
    ...(role !== "" && { role: role.slice(0, 80) }),
    papersEnding: papers,
    ...(cursor !== undefined && { cursor }),
    limit: rowsPerPage,
  };
}

export function nextPage(view: PeopleView, cursor: string): PeopleView {
  return { ...view, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: PeopleView): PeopleView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, page: view.page - 1, after };
}
