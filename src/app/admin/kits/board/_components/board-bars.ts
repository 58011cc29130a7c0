import type { RouterOutputs } from "@/trpc/client";
import { localDaysOf } from "@/values/local-day";

export type KitBoard = RouterOutputs["kits"]["board"];
export type BoardKit = KitBoard["kits"][number];
export type BoardUse = KitBoard["unbound"][number];

/** A use on the shown days. */
export interface Bar {
  readonly use: BoardUse;
  /** Its first and last column, from 1. */
  readonly first: number;
  readonly last: number;
  readonly isOverdue: boolean;
}

/** Where uses stand on the days, on the clocks of their venues; an overdue kit is taken up to now. */
export function barsOf(uses: readonly BoardUse[], days: readonly string[], now: string): readonly Bar[] {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return uses.flatMap((use): readonly Bar[] => {
    const isOverdue = use.expectedReturn !== null && use.expectedReturn < now && isOut(use);
    const endsAt = isOverdue && use.windowEnd < now ? now : use.windowEnd;
    const taken = localDaysOf({ startsAt: use.windowStart, endsAt }, use.timeZone, { first, last });
    const [begin, end] = [taken[0], taken.at(-1)];
    if (begin === undefined || end === undefined) return [];
    return [{ use, first: days.indexOf(begin) + 1, last: days.indexOf(end) + 1, isOverdue }];
  });
}

function isOut({ status }: Pick<BoardUse, "status">): boolean {
  return status === "checked_out" || status === "partly_returned";
}
