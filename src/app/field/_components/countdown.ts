import type { Timed } from "./agenda";

export interface Countdown {
  /** "Starts in". */
  readonly label: string;
  /** "48 min". */
  readonly figure: string;
}

/** How far an event is from its start, or from its end while it runs; null once it is over or cancelled. */
export function countdownOf(
  { status, startsAt, endsAt }: Pick<Timed, "status" | "startsAt" | "endsAt">,
  now: string,
): Countdown | null {
  if (status === "completed" || status === "cancelled") return null;
  const toStart = Date.parse(startsAt) - Date.parse(now);
  const toEnd = Date.parse(endsAt) - Date.parse(now);
  if (status === "in_progress") {
    return toEnd > 0
      ? { label: "Running, ends in", figure: spanWords(toEnd) }
      : { label: "Running, past its end by", figure: spanWords(-toEnd) };
  }
  if (toStart > 0) return { label: "Starts in", figure: spanWords(toStart) };
  return toEnd > 0
    ? { label: "Should have started", figure: `${spanWords(-toStart)} ago` }
    : { label: "Should have ended", figure: `${spanWords(-toEnd)} ago` };
}

const MINUTE_MS = 60_000;

/** "48 min", "3 h 20 min", "2 days 4 h": minutes are begun ones, so that nothing is ever "0 min" away. */
export function spanWords(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (hours === 0) return `${minutes} min`;
  if (days === 0) return joined(`${hours} h`, minutes % 60, "min");
  return joined(`${days} ${days === 1 ? "day" : "days"}`, hours % 24, "h");
}

function joined(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}
