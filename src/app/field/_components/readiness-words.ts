import type { Tone } from "@/components/ui/tone";
import { counted } from "@/values/count-words";
import type { MyEvent } from "./event-record";

type ReadinessItem = MyEvent["readiness"][number];

export const partWords: Readonly<Record<ReadinessItem["part"], string>> = {
  staff: "Staff",
  kits: "Kits",
  logistics: "Logistics",
  venue: "Venue",
};

const DAY_MS = 86_400_000;

export interface ReadinessWords {
  readonly tone: Tone;
  readonly text: string;
}

/** How ready an event is, for a badge: red in its last day, amber before. Null once it runs or is over. */
export function readinessWords(
  { status, startsAt, readiness }: Pick<MyEvent, "status" | "startsAt" | "readiness">,
  now: string,
): ReadinessWords | null {
  if (!isAhead(status)) return null;
  const open = readiness.filter((item) => !item.isMet);
  if (open.length === 0 && status === "ready") return { tone: "good", text: "All set" };
  const tone = Date.parse(startsAt) - Date.parse(now) < DAY_MS ? "problem" : "caution";
  if (status === "scheduled" || status === "assigned") return { tone, text: "Preparation not begun" };
  // The verdict follows from the facts a moment later.
  if (open.length === 0) return { tone: "active", text: "Nothing is missing" };
  return { tone, text: `Missing: ${open.map(({ part }) => partWords[part].toLowerCase()).join(", ")}` };
}

type Grounds = Pick<MyEvent, "status" | "readiness" | "tasks" | "issues">;

/** What stands between an event and its start, each a sentence. */
export function missingOf(event: Grounds): readonly string[] {
  const gates = isAhead(event.status) ? event.readiness.filter((item) => !item.isMet) : [];
  return [...gates.map(({ text }) => text), ...concernsOf(event)];
}

/** What somebody should look at, beside what readiness says. */
export function concernsOf({ status, tasks, issues }: Omit<Grounds, "readiness">): readonly string[] {
  if (status === "completed" || status === "cancelled") return [];
  return [
    ...(tasks.overdue > 0 && isAhead(status)
      ? [`${counted(tasks.overdue, "task")} ${tasks.overdue === 1 ? "is" : "are"} overdue.`]
      : []),
    ...(issues.critical > 0
      ? [`${counted(issues.critical, "critical issue")} ${issues.critical === 1 ? "is" : "are"} open.`]
      : []),
  ];
}

function isAhead(status: MyEvent["status"]): boolean {
  return status !== "in_progress" && status !== "completed" && status !== "cancelled";
}
