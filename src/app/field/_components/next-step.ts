import { isStartNear } from "@/components/event-start";
import type { Activity, EventRecord } from "./event-record";

/** The one thing to do next with an event; the bar at the bottom is this. */
export type NextStep =
  | { readonly kind: "startPreparation" }
  | { readonly kind: "confirmVenue" }
  | { readonly kind: "checklist"; readonly open: number }
  | { readonly kind: "start" }
  | { readonly kind: "startActivity"; readonly activity: Activity }
  | { readonly kind: "completeActivity"; readonly activity: Activity }
  | { readonly kind: "complete" };

type Given = Pick<EventRecord, "status" | "onHold" | "startsAt" | "can" | "readiness" | "tasks">;

/** So long before the start an unready event is rather started than prepared. */
const START_SOON_MS = 2 * 3_600_000;

/** Null when there is nothing to do but wait. `now` is ISO 8601. */
export function nextStep(event: Given, activities: readonly Activity[], now: string): NextStep | null {
  const { status, can } = event;
  if (event.onHold) return null;
  if (status === "in_progress") return can.complete ? whileRunning(activities) : null;
  const toStart = Date.parse(event.startsAt) - Date.parse(now);
  if (can.start && toStart <= START_SOON_MS) return { kind: "start" };
  if (can.startPreparation) return { kind: "startPreparation" };
  const preparation = status === "preparing" ? whilePreparing(event) : null;
  if (preparation) return preparation;
  return can.start && status === "ready" && isStartNear(event.startsAt, now) ? { kind: "start" } : null;
}

function whilePreparing({ readiness, tasks, can }: Given): NextStep | null {
  if (readiness.some(({ part, isMet }) => part === "venue" && !isMet)) return { kind: "confirmVenue" };
  const open = tasks.filter((task) => task.status === "open" && !task.ticksItself).length;
  return open > 0 && can.completeTask ? { kind: "checklist", open } : null;
}

function whileRunning(activities: readonly Activity[]): NextStep {
  const running = activities.find(({ can }) => can.complete);
  if (running) return { kind: "completeActivity", activity: running };
  const planned = activities.find(({ can }) => can.start);
  return planned ? { kind: "startActivity", activity: planned } : { kind: "complete" };
}
