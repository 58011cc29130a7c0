import { createParser, createSerializer, type inferParserType } from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import type { RouterInputs } from "@/trpc/client";
import { parseLocalDate } from "@/values/civil";
import { shiftDay } from "@/values/local-day";

/** The board as its address says it (U-5). Used by the page on the server and by the screen. */

const DAYS = 14;

const parseAsDay = createParser({
  parse: (text) => (/^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && parseLocalDate(text) !== null ? text : null),
  serialize: (day: string) => day,
});

export const viewParsers = {
  /** The first day; null is the reader's today. */
  on: parseAsDay,
  template: parseAsUuid,
};

export type BoardView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the board as the view has it. */
export function viewHref(view: Partial<BoardView>): "/admin/kits/board" | `/admin/kits/board?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/kits/board" : `/admin/kits/board?${query}`;
}

/** The days that are shown, in order, each `YYYY-MM-DD`. */
export function daysOf({ on }: Pick<BoardView, "on">, today: string): readonly string[] {
  return Array.from({ length: DAYS }, (_, index) => shiftDay(on ?? today, index));
}

/** Two weeks on, or back when negative; the reader's today is nobody's address. */
export function stepped(view: BoardView, by: number, today: string): BoardView {
  const on = shiftDay(view.on ?? today, by * DAYS);
  return { ...view, on: on === today ? null : on };
}

/** The instants of the shown days wherever on earth: clocks run from 14 hours ahead of UTC to 12 behind. */
export function boardInputOf(view: BoardView, today: string): RouterInputs["kits"]["board"] {
  const days = daysOf(view, today);
  const [first = today, last = today] = [days[0], days.at(-1)];
  return {
    from: `${shiftDay(first, -1)}T10:00:00Z`,
    to: `${shiftDay(last, 1)}T12:00:00Z`,
    ...(view.template !== null && { kitTemplateId: view.template }),
  };
}
