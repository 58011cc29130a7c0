import { counted } from "@/values/count-words";
import type { Activity, EventRecord } from "./event-record";

export interface OpenAtEnd {
  /** Sentences, the worst first. */
  readonly sentences: readonly string[];
  /** True when the event is completed with follow-ups on its account (domain.md rule 48). */
  readonly leavesFollowUps: boolean;
}

/** What would stay open if an event were completed now. */
export function openAtEnd(
  { issues }: Pick<EventRecord, "issues">,
  activities: readonly Pick<Activity, "status">[],
  /** What the labels of the kits say that are still out. */
  kitsOut: readonly string[],
): OpenAtEnd {
  const open = issues.filter(({ status }) => status !== "resolved");
  const critical = open.filter(({ severity }) => severity === "critical");
  const others = open.length - critical.length;
  const running = activities.filter(({ status }) => status === "in_progress").length;
  const planned = activities.filter(({ status }) => status === "planned").length;
  return {
    sentences: [
      ...critical.map(({ description }) => `Critical issue still open: ${description}`),
      ...(kitsOut.length > 0 ? [`Still out: ${kitsOut.join(", ")}`] : []),
      ...(others > 0 ? [`${counted(others, "other issue")} ${others === 1 ? "is" : "are"} open.`] : []),
      ...(running > 0
        ? [
            `${running === 1 ? "1 activity is" : `${running} activities are`} still running; results can follow later.`,
          ]
        : []),
      ...(planned > 0
        ? [`${planned === 1 ? "1 activity was" : `${planned} activities were`} never started.`]
        : []),
    ],
    leavesFollowUps: critical.length > 0 || kitsOut.length > 0,
  };
}
