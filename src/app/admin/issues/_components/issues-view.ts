import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import { issueSeverities } from "@/modules/event-instances/inputs/issues";
import type { RouterInputs } from "@/trpc/client";

/** The list of issues as its address says it (U-5). Used by the page on the server and by the screen. */

export const shows = ["open", "resolved"] as const;

export const rowsPerPage = 50;
/** Starts of earlier pages that the address keeps, so that "Previous" need not count from the top. */
const trailMax = 8;

export const viewParsers = {
  show: parseAsStringLiteral(shows).withDefault("open"),
  severity: parseAsArrayOf(parseAsStringLiteral(issueSeverities)).withDefault([]),
  page: parseAsInteger.withDefault(1),
  after: parseAsArrayOf(parseAsString, "~").withDefault([]),
  open: parseAsUuid,
};

export type IssuesView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the list as the view has it. */
export function viewHref(view: Partial<IssuesView>): "/admin/issues" | `/admin/issues?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/issues" : `/admin/issues?${query}`;
}

/** Anything that narrows the list leads back to its first page, with nothing open. */
export const firstPage: Pick<IssuesView, "page" | "after" | "open"> = { page: 1, after: [], open: null };

export function listInputOf({ show, severity, after }: IssuesView): RouterInputs["issues"]["list"] {
  const cursor = after.at(-1);
  return {
    show,
    ...(severity.length > 0 && { severity }),
    ...(cursor !== undefined && { cursor }),
    limit: rowsPerPage,
  };
}

export function nextPage(view: IssuesView, cursor: string): IssuesView {
  return { ...view, open: null, page: view.page + 1, after: [...view.after, cursor].slice(-trailMax) };
}

/** The page before; the first one where the address does not reach back that far. */
export function previousPage(view: IssuesView): IssuesView {
  const after = view.after.slice(0, -1);
  if (view.page <= 2 || after.length === 0) return { ...view, ...firstPage };
  return { ...view, open: null, page: view.page - 1, after };
}
