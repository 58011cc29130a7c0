import type { RouterOutputs } from "@/trpc/client";
import { formatDate } from "@/values/format-time";

type Waiting = Pick<RouterOutputs["bookings"]["byId"], "waitingFor" | "waitingSince" | "status">;

const DAY_MS = 86_400_000;

/** "Waiting for you, since yesterday (Sun 22 Nov)"; null when nobody has to act. */
export function waitingWords(
  { waitingFor, waitingSince, status }: Waiting,
  timeZone: string,
  now: string,
): string | null {
  const since = sinceWords(waitingSince, timeZone, now);
  switch (waitingFor) {
    case "nobody":
      return null;
    case "agency":
      return `Waiting for the agency, ${since}`;
    case "client":
      return status === "draft"
        ? `Not sent yet, begun ${since.replace(/^since /, "")}`
        : `Waiting for you, ${since}`;
    default:
      return waitingFor satisfies never;
  }
}

/** The day in words where it is near, always with the date beside it. */
export function sinceWords(at: string, timeZone: string, now: string): string {
  const date = formatDate(at, timeZone, now);
  if (date === formatDate(now, timeZone, now)) return `since today (${date})`;
  const yesterday = new Date(Date.parse(now) - DAY_MS).toISOString();
  return date === formatDate(yesterday, timeZone, now) ? `since yesterday (${date})` : `since ${date}`;
}
