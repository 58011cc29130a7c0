import type { RouterOutputs } from "@/trpc/client";
import { formatDuration } from "@/values/format-time";

export type ManagerChoice = RouterOutputs["events"]["managerChoices"][number];
type Conflict = ManagerChoice["conflicts"][number];

/** Those who are free come first, then those who would have to hurry, then those who are elsewhere; by name within. */
export function inOrder(choices: readonly ManagerChoice[]): readonly ManagerChoice[] {
  const rank = ({ conflicts }: ManagerChoice) =>
    conflicts.length === 0 ? 0 : conflicts.some(({ kind }) => kind === "overlap") ? 2 : 1;
  return [...choices].sort((one, other) => rank(one) - rank(other));
}

/** True when they have another event at the very time: that takes a reason. */
export function isOverlapping({ conflicts }: ManagerChoice): boolean {
  return conflicts.some(({ kind }) => kind === "overlap");
}

/** What stands against it: "at the same time", or how little time there is between the two. */
export function conflictWords({ kind, minutesBetween }: Pick<Conflict, "kind" | "minutesBetween">): string {
  switch (kind) {
    case "overlap":
      return "at the same time";
    case "travel":
      return `only ${formatDuration(minutesBetween)} between the two, at another venue`;
    default:
      return kind satisfies never;
  }
}
