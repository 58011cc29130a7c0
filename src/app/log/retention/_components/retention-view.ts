import { dayWords } from "@/app/log/_components/log-time";
import { type inferParserType, parseAsString } from "nuqs/server";
import type { RouterOutputs } from "@/trpc/client";
import { groupDigits } from "@/values/count-words";

export type Planned = RouterOutputs["log"]["retention"]["plan"][number];

/** What the address bar says about retention: the day of the dry run, empty for today. */
export const retentionParsers = { day: parseAsString.withDefault("") };

type RetentionView = inferParserType<typeof retentionParsers>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The view as `log.retention` takes it. What an address got wrong is left out. */
export function planOf({ day }: RetentionView): { readonly asOf?: string } {
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) ? { asOf: day } : {};
}

/** "1 entry", "1,204 entries". */
export function entriesWords(entries: number): string {
  return entries === 1 ? "1 entry" : `${groupDigits(entries)} entries`;
}

/** What a run on that day would do, in a line above its table. */
export function planWords(
  plan: readonly Pick<Planned, "category" | "entries" | "goes">[],
  asOf: string,
): string {
  const going = plan.filter((leaf) => leaf.goes);
  const staying = plan.length - going.length;
  const kept =
    staying === 0
      ? ""
      : ` ${staying === 1 ? "1 part past its" : `${staying} parts past their`} time would stay.`;
  const what = going.length === 0 ? "nothing" : goingWords(going);
  return `On ${dayWords(asOf)} ${what} would go.${kept} Nothing is changed by looking.`;
}

function goingWords(going: readonly Pick<Planned, "category" | "entries">[]): string {
  const entries = going.reduce((sum, leaf) => sum + (leaf.entries ?? 0), 0);
  const hasAttempts = going.some((leaf) => leaf.category === "attempt");
  if (entries === 0) return "only handler attempts";
  return `${entriesWords(entries)}${hasAttempts ? " and handler attempts" : ""}`;
}
