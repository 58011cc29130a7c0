import { formatDuration } from "@/values/format-time";
import type { Activity } from "./event-record";

type Given = Pick<Activity, "status" | "duration" | "startedAt" | "elapsedMinutes">;

/** Plan against now: "35 min of 1 h", "15 min over its 1 h", "Took 50 min, planned 1 h". */
export function activityWords({ status, duration, startedAt, elapsedMinutes }: Given, now: string): string {
  const planned = formatDuration(duration);
  switch (status) {
    case "planned":
      return `Planned for ${planned}`;
    case "in_progress":
      return startedAt === null ? `Planned for ${planned}` : runningWords(startedAt, duration, now);
    case "completed":
      return elapsedMinutes === null
        ? `Planned for ${planned}`
        : `Took ${formatDuration(Math.round(elapsedMinutes))}, planned ${planned}`;
    case "cancelled":
      return `Was planned for ${planned}`;
    default:
      return neverStatus(status);
  }
}

function runningWords(startedAt: string, duration: number, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(startedAt)) / 60_000));
  const planned = formatDuration(duration);
  return minutes <= duration
    ? `${formatDuration(minutes)} of ${planned}`
    : `${formatDuration(minutes - duration)} over its ${planned}`;
}

function neverStatus(status: never): never {
  throw new Error(`unknown state of an activity: ${String(status)}`);
}
