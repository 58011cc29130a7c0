import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import type { RouterInputs } from "@/trpc/client";
import { parseLocalDate } from "@/values/civil";
import { namedPeriods, type Period } from "./periods";

/** The timesheets as their address says it (U-5). Used by the page on the server and by the screen. */

export const states = ["open", "assumed", "recorded", "approved", "no_show"] as const;

export const rowsPerPage = 50;

const parseAsDay = createParser({
  parse: (text) => (text.length === 10 && parseLocalDate(text) !== null ? text : null),
  serialize: (day: string) => day,
});

export const viewParsers = {
  from: parseAsDay,
  to: parseAsDay,
  state: parseAsStringLiteral(states),
  person: parseAsUuid,
  page: parseAsInteger.withDefault(1),
};

export type TimesheetsView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the timesheets as the view has it. */
export function viewHref(view: Partial<TimesheetsView>): "/admin/timesheets" | `/admin/timesheets?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/timesheets" : `/admin/timesheets?${query}`;
}

/** The period of the view: the week it is, where the address names none. */
export function periodOf({ from, to }: Pick<TimesheetsView, "from" | "to">, now: string): Period {
  if (from !== null && to !== null) return { from, to };
  const [week] = namedPeriods(now);
  return { from: from ?? week.from, to: to ?? week.to };
}

export function inputOf(view: TimesheetsView, now: string): RouterInputs["staffing"]["timesheet"] {
  return {
    ...periodOf(view, now),
    ...(view.state !== null && { state: view.state }),
    ...(view.person !== null && { userId: view.person }),
  };
}

/** Where the same lines are to be had as a file. */
export function exportHref(view: TimesheetsView, now: string): string {
  const { from, to, state, userId } = inputOf(view, now);
  const query = new URLSearchParams({ from, to });
  if (state !== undefined) query.set("state", state);
  if (userId !== undefined) query.set("userId", userId);
  return `/api/timesheets?${query}`;
}
