import type { RouterOutputs } from "@/trpc/client";
import { formatDate } from "@/values/format-time";
import { readinessLooks } from "@/components/status-looks/readiness";

export type ReadinessRow = RouterOutputs["events"]["readiness"]["items"][number];
export type ReadinessCell = ReadinessRow["cells"][number];
export type Part = ReadinessCell["part"];

export const partWords: Readonly<Record<Part, string>> = {
  staff: "Staff",
  kits: "Kits",
  logistics: "Logistics",
  venue: "Venue",
};

/** What stands in a cell beside its icon: "3 of 4"; a word where there is only one thing to count. */
export function cellText({ part, state, met, needed }: ReadinessCell): string {
  if (state === "none") return "–";
  if (state === "waiting") return readinessLooks.waiting.label;
  if (part === "venue") return state === "met" ? "Confirmed" : readinessLooks[state].label;
  return `${met} of ${needed}`;
}

/** "due Tue 14 Oct", on the clock of the venue; null when nothing is missing that has a date. */
export function dueText(cell: ReadinessCell, timeZone: string, now: string): string | null {
  return cell.dueAt === null ? null : `due ${formatDate(cell.dueAt, timeZone, now)}`;
}

/** The whole cell in words: "Logistics of EV-221: overdue, 1 of 3 logistics tasks done." */
export function cellTitle(row: Pick<ReadinessRow, "number">, cell: ReadinessCell): string {
  const state = readinessLooks[cell.state].label.toLowerCase();
  return `${partWords[cell.part]} of EV-${row.number}: ${state}. ${cell.text}`;
}
