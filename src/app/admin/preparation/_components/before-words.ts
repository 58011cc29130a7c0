/** How long before the start something is due, as people write it. Safe in the browser. */

const DAY = 1440;

const UNITS = [
  { minutes: 7 * DAY, word: "week" },
  { minutes: DAY, word: "day" },
  { minutes: 60, word: "hour" },
  { minutes: 1, word: "minute" },
] as const;

/** "2 weeks", "3 days", "36 hours", "90 minutes": the largest unit that says it exactly; 0 is "at the start". */
export function beforeWords(minutes: number): string {
  if (minutes === 0) return "at the start";
  const unit = UNITS.find((one) => minutes % one.minutes === 0) ?? UNITS[3];
  const count = minutes / unit.minutes;
  return `${count} ${unit.word}${count === 1 ? "" : "s"}`;
}

const WRITTEN =
  /^(\d{1,6})\s*(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)?\.?(?:\s+before(?:\s+the\s+start)?)?$/;

/** Reads such words into whole minutes: a bare number counts days. Null when it cannot be read. */
export function parseBefore(text: string): number | null {
  const cleaned = text.trim().toLowerCase();
  if (cleaned === "at the start") return 0;
  const [, digits, unit = "d"] = WRITTEN.exec(cleaned) ?? [];
  if (digits === undefined) return null;
  const found = UNITS.find(({ word }) => word.startsWith(unit.charAt(0)));
  return found ? Number(digits) * found.minutes : null;
}
