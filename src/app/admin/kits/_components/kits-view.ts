import type { Route } from "next";
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
import { kitUnitStatuses } from "@/modules/kits/inputs";
import type { RouterInputs } from "@/trpc/client";

/** The list of kits as its address says it (U-5). Used by the page on the server and by the screen. */

export const rowsPerPage = 50;
/** Starts of earlier pages that the address keeps, so that "Previous" need not count from the top. */
const trailMax = 8;

export const viewParsers = {
  q: parseAsString.withDefault(""),
  template: parseAsUuid,
  status: parseAsStringLiteral(kitUnitStatuses),
  differs: parseAsBoolean.withDefault(false),
  lost: parseAsBoolean.withDefault(false),
  retired: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsUuid, "~").withDefault([]),
  open: parseAsUuid,
};

export type KitsView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

export function viewHref(view: Partial<KitsView>): Route {
  return `/admin/kits${serialize(view)}` as Route;
}

/** The page of a kit. */
export function kitHref(kitInstanceId: string): Route {
  return `/admin/kits/${kitInstanceId}` as Route;
}

/** Anything that narrows the list leads back to its first page, with nothing open. */
export const firstPage: Pick<KitsView, "page" | "after" | "open"> = { page: 1, after: [], open: null };

export const everything: Partial<KitsView> = {
  q: "",
  template: null,
  status: null,
  differs: false,
  lost: false,
  retired: false,
};

export function isNarrowed({ q, template, status, differs, lost }: KitsView): boolean {
  return q !== "" || template !== null || status !== null || differs || lost;
}

/** What the list asks the server. */
export function listInputOf(view: KitsView): RouterInputs["kits"]["list"] {
  const { q, template, status, differs, lost, retired, after } = view;
  const cursor = after.at(-1);
  return {
    ...(q !== "" && { q: q.slice(0, 100) }),
    ...(template !== null && { kitTemplateId: template }),
    ...(status !== null && { status: [status] }),
    ...(cursor !== undefined && { cursor }),
    differs,
    notSeen: lost,
    includeRetired: retired,
    limit: rowsPerPage,
  };
}

export function nextPage(view: KitsView, cursor: string): KitsView {
  return { ...view, open: null, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: KitsView): KitsView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, open: null, page: view.page - 1, after };
}
