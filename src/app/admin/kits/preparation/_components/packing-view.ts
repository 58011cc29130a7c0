import { createSerializer, type inferParserType, parseAsInteger } from "nuqs/server";
import type { RouterInputs, RouterOutputs } from "@/trpc/client";
import { shiftDay } from "@/values/local-day";

/** The packing list as its address says it (U-5). Used by the page on the server and by the screen. */

const DAYS = 7;
const WEEKS_AHEAD_MAX = 52;

export const viewParsers = {
  /** So many weeks from today. */
  week: parseAsInteger.withDefault(0),
};

export type PackingView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the packing list as the view has it. */
export function viewHref(
  view: Partial<PackingView>,
): "/admin/kits/preparation" | `/admin/kits/preparation?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/kits/preparation" : `/admin/kits/preparation?${query}`;
}

/** The week that the view names, within what anybody plans for. */
export function weekOf({ week }: PackingView): number {
  return Math.min(Math.max(week, 0), WEEKS_AHEAD_MAX);
}

/** The first and last day of the view, `YYYY-MM-DD`; both are shown. */
export function spanOf(view: PackingView, today: string): { readonly first: string; readonly last: string } {
  const first = shiftDay(today, weekOf(view) * DAYS);
  return { first, last: shiftDay(first, DAYS - 1) };
}

/** From the first moment of the days to the last, wherever on earth. */
export function packingInputOf(view: PackingView, today: string): RouterInputs["kits"]["preparation"] {
  const { first, last } = spanOf(view, today);
  return { from: `${shiftDay(first, -1)}T10:00:00Z`, to: `${shiftDay(last, 1)}T12:00:00Z` };
}

export type ToPrepare = RouterOutputs["kits"]["preparation"]["items"][number];

export interface PackingDay {
  /** `YYYY-MM-DD` at the venues; null for what should have been begun before. */
  readonly day: string | null;
  readonly items: readonly ToPrepare[];
}

/** The list by the day on which packing begins; what is late comes first, what lies outside of the days is left out. */
export function byDay(
  items: readonly ToPrepare[],
  { first, last }: { readonly first: string; readonly last: string },
): readonly PackingDay[] {
  const days = new Map<string | null, ToPrepare[]>();
  for (const item of items) {
    if (item.day > last) continue;
    const day = item.day < first ? null : item.day;
    if (day === null && item.status === "prepared") continue;
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days]
    .map(([day, ofDay]) => ({ day, items: ofDay }))
    .sort((one, other) => (one.day ?? "").localeCompare(other.day ?? ""));
}
