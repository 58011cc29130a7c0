import type { RouterOutputs } from "@/trpc/client";
import type { LogView } from "./log-view";

export type ListedLine = RouterOutputs["log"]["lines"][number];

type Place = Pick<ListedLine, "at" | "position">;

/** Newest first: by time, then by position. */
export function compareLines(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return Number(BigInt(other.position) - BigInt(one.position));
}

/**
 * The pages of the list and what came beside them, each entry once and in its place, also one that was committed
 * late. The later reading of an entry counts. What belongs behind the last loaded page waits for its page.
 */
export function mergeLines(
  pages: readonly ListedLine[],
  beside: readonly ListedLine[],
  { hasMore, order }: { readonly hasMore: boolean; readonly order: LogView["order"] },
): readonly ListedLine[] {
  if (beside.length === 0) return pages;
  const compare = order === "newest" ? compareLines : (one: Place, other: Place) => compareLines(other, one);
  const last = pages.at(-1);
  const byId = new Map(pages.map((line) => [line.id, line]));
  for (const line of beside) {
    const isBehind = hasMore && last !== undefined && compare(line, last) > 0;
    if (!isBehind || byId.has(line.id)) byId.set(line.id, line);
  }
  return [...byId.values()].sort(compare);
}
