import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import type { RouterInputs } from "@/trpc/client";
import { isZone } from "@/values/zone";

/** The readiness matrix as its address says it (U-5). Used by the page on the server and by the screen. */

export const ranges = ["3d", "7d", "14d", "30d", "all"] as const;
export type ReadinessRange = (typeof ranges)[number];

export const parts = ["staff", "kits", "logistics", "venue"] as const;
export type ReadinessPart = (typeof parts)[number];

/** Each row is many small parts: more of them would make the page slow. */
export const rowsPerPage = 30;
/** Starts of earlier pages that the address keeps. */
const trailMax = 8;
const DAY_MS = 86_400_000;

export const parseAsZone = createParser({
  parse: (text) => (isZone(text) ? text : null),
  serialize: (zone: string) => zone,
});

export const viewParsers = {
  range: parseAsStringLiteral(ranges).withDefault("all"),
  manager: parseAsUuid,
  /** Those that nobody has; a manager says nothing then. */
  unassigned: parseAsBoolean.withDefault(false),
  client: parseAsUuid,
  venue: parseAsUuid,
  /** A region, by its clock. */
  zone: parseAsZone,
  unready: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsString, "~").withDefault([]),
  open: parseAsUuid,
  part: parseAsStringLiteral(parts).withDefault("logistics"),
};

export type ReadinessView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the matrix as the view has it. */
export function viewHref(view: Partial<ReadinessView>): "/admin/readiness" | `/admin/readiness?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/readiness" : `/admin/readiness?${query}`;
}

/** Anything that narrows the matrix leads back to its first page, with nothing open. */
export const firstPage: Pick<ReadinessView, "page" | "after" | "open"> = { page: 1, after: [], open: null };

export const noFilters: Partial<ReadinessView> = {
  manager: null,
  unassigned: false,
  client: null,
  venue: null,
  zone: null,
  unready: false,
};

/** True when a filter other than the range is on. */
export function isNarrowed({ manager, unassigned, client, venue, zone, unready }: ReadinessView): boolean {
  return manager !== null || unassigned || client !== null || venue !== null || zone !== null || unready;
}

const daysAhead = { "3d": 3, "7d": 7, "14d": 14, "30d": 30 } as const;

/** What the matrix asks the server; `now` is the moment the page was made, to the minute. */
export function readinessInputOf(view: ReadinessView, now: string): RouterInputs["events"]["readiness"] {
  const cursor = view.after.at(-1);
  const { range } = view;
  return {
    from: now,
    ...(range !== "all" && { to: new Date(Date.parse(now) + daysAhead[range] * DAY_MS).toISOString() }),
    ...(view.manager !== null && !view.unassigned && { managerId: view.manager }),
    ...(view.unassigned && { isUnassigned: true }),
    ...(view.client !== null && { clientId: view.client }),
    ...(view.venue !== null && { locationId: view.venue }),
    ...(view.zone !== null && { timeZone: view.zone }),
    ...(view.unready && { isUnready: true }),
    ...(cursor !== undefined && { cursor }),
    limit: rowsPerPage,
  };
}

export function nextPage(view: ReadinessView, cursor: string): ReadinessView {
  return { ...view, open: null, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: ReadinessView): ReadinessView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, open: null, page: view.page - 1, after };
}
