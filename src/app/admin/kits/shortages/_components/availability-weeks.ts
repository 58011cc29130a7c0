import type { RouterOutputs } from "@/trpc/client";
import { localDateIn } from "@/values/local-day";

export type TemplateAvailability = RouterOutputs["kits"]["availability"]["templates"][number];

const WEEK = 7;

/** The first day of each week from an instant on, `YYYY-MM-DD` on the reader's clock; the last one may be shorter. */
export function weeksFrom(from: string, days: number, timeZone: string): readonly string[] {
  return Array.from({ length: Math.ceil(days / WEEK) }, (_, week) =>
    localDateIn(new Date(Date.parse(from) + week * WEEK * 86_400_000), timeZone),
  );
}

/** The most that are wanted at once in each of those weeks. */
export function weekPeaks({ peaks }: Pick<TemplateAvailability, "peaks">): readonly number[] {
  return Array.from({ length: Math.ceil(peaks.length / WEEK) }, (_, week) =>
    Math.max(0, ...peaks.slice(week * WEEK, (week + 1) * WEEK)),
  );
}
