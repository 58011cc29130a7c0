import {
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import { type DaySpan, parseAsDay, weekOf } from "@/app/admin/calendar/_components/calendar-view";
import { parseAsZone } from "@/app/admin/readiness/_components/readiness-view";
import type { RouterInputs } from "@/trpc/client";
import { shiftDay } from "@/values/local-day";

/** The staffing board and its conflicts as their addresses say it (U-5). Used by pages on the server and by screens. */

export const shows = ["day", "week", "fortnight"] as const;
export type BoardShow = (typeof shows)[number];

/** Which shifts are meant; the board and the list of conflicts share it. */
const filterParsers = {
  role: parseAsString.withDefault(""),
  manager: parseAsUuid,
  client: parseAsUuid,
  /** A region, by its clock. */
  zone: parseAsZone,
};

export const conflictParsers = filterParsers;

export const boardParsers = {
  ...filterParsers,
  show: parseAsStringLiteral(shows).withDefault("week"),
  /** A shown day; null is the reader's today. */
  on: parseAsDay,
  q: parseAsString.withDefault(""),
  /** Only people whose shifts stand in each other's way. */
  conflicts: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
};

export type StaffingFilter = inferParserType<typeof filterParsers>;
export type BoardView = inferParserType<typeof boardParsers>;

const serializeBoard = createSerializer(boardParsers);
const serializeConflicts = createSerializer(conflictParsers);

/** The address of the board as the view has it. */
export function boardHref(view: Partial<BoardView>): "/admin/staffing" | `/admin/staffing?${string}` {
  const query = serializeBoard(view).slice(1);
  return query === "" ? "/admin/staffing" : `/admin/staffing?${query}`;
}

export function conflictsHref(
  filter: Partial<StaffingFilter>,
): "/admin/staffing/conflicts" | `/admin/staffing/conflicts?${string}` {
  const query = serializeConflicts(filter).slice(1);
  return query === "" ? "/admin/staffing/conflicts" : `/admin/staffing/conflicts?${query}`;
}

export const noFilter: StaffingFilter = { role: "", manager: null, client: null, zone: null };

/** Only what the two screens share. */
export function filterOf({ role, manager, client, zone }: StaffingFilter): StaffingFilter {
  return { role, manager, client, zone };
}

export function isFiltered({ role, manager, client, zone }: StaffingFilter): boolean {
  return role !== "" || manager !== null || client !== null || zone !== null;
}

/** The days that the board shows; `today` is the reader's own date. */
export function spanOf({ show, on }: Pick<BoardView, "show" | "on">, today: string): DaySpan {
  const day = on ?? today;
  switch (show) {
    case "day":
      return { first: day, last: day };
    case "week":
      return weekOf(day);
    case "fortnight": {
      const { first, last } = weekOf(day);
      return { first, last: shiftDay(last, 7) };
    }
    default:
      return show satisfies never;
  }
}

const STEP_DAYS = { day: 1, week: 7, fortnight: 14 } as const;

/** So many days, weeks or fortnights on, or back when negative. */
export function stepped(view: BoardView, by: number, today: string): BoardView {
  return { ...view, page: 1, on: shiftDay(view.on ?? today, by * STEP_DAYS[view.show]) };
}

function filterInputOf({ role, manager, client, zone }: StaffingFilter) {
  return {
    ...(role !== "" && { role: role.slice(0, 80) }),
    ...(manager !== null && { managerId: manager }),
    ...(client !== null && { clientId: client }),
    ...(zone !== null && { timeZone: zone }),
  };
}

/** The instants of the shown days wherever on earth: clocks run from 14 hours ahead of UTC to 12 behind. */
function instantsOf({ first, last }: DaySpan): { from: string; to: string } {
  return { from: `${shiftDay(first, -1)}T10:00:00Z`, to: `${shiftDay(last, 1)}T12:00:00Z` };
}

const PAGES_MAX = 100;

export function boardInputOf(view: BoardView, today: string): RouterInputs["staffing"]["board"] {
  return {
    ...instantsOf(spanOf(view, today)),
    ...filterInputOf(view),
    ...(view.q !== "" && { q: view.q.slice(0, 100) }),
    ...(view.conflicts && { onlyConflicts: true }),
    page: Math.min(Math.max(view.page, 1), PAGES_MAX),
  };
}

/** How far ahead conflicts are looked for. */
export const CONFLICT_DAYS = 14;

/** Of what is not over from `now` on, to the minute. */
export function conflictsInputOf(filter: StaffingFilter, now: string): RouterInputs["staffing"]["conflicts"] {
  const to = new Date(Date.parse(now) + CONFLICT_DAYS * 86_400_000).toISOString();
  return { from: now, to, ...filterInputOf(filter) };
}
