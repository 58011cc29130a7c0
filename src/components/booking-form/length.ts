/** Lengths as people type them (U-20). Safe in the browser. */

const HOURS_AND_MINUTES =
  /^(\d{1,4})\s*(?:h|hr|hrs|hour|hours)\.?(?:\s*(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?)?$/;
const MINUTES = /^(\d{1,6})\s*(?:m|min|mins|minutes?)\.?$/;
const CLOCK = /^(\d{1,4}):(\d{2})$/;
const DECIMAL_HOURS = /^(\d{1,4})[.,](\d{1,2})\s*(?:h|hr|hrs|hour|hours)?\.?$/;
const BARE = /^\d{1,4}$/;
const DAYS = /^(\d{1,3})\s*(?:d|days?)\.?$/;

/** A bare number up to this counts hours, above it minutes: nobody plans 30 hours by typing "30". */
const BARE_HOURS_MAX = 14;

/** Reads a length into whole minutes: "4 h", "1 h 30", "1:30", "90 min", "1.5", "2 days". Null when it cannot be read. */
export function parseLength(text: string): number | null {
  const cleaned = text.trim().toLowerCase();
  const days = DAYS.exec(cleaned);
  if (days) return Number(days[1]) * 1440;
  const minutes = MINUTES.exec(cleaned);
  if (minutes) return Number(minutes[1]);
  const parts = HOURS_AND_MINUTES.exec(cleaned) ?? CLOCK.exec(cleaned);
  if (parts) return Number(parts[2] ?? 0) > 59 ? null : Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  const decimal = DECIMAL_HOURS.exec(cleaned);
  if (decimal) return Math.round(Number(`${decimal[1]}.${decimal[2]}`) * 60);
  if (!BARE.test(cleaned)) return null;
  const count = Number(cleaned);
  return count <= BARE_HOURS_MAX ? count * 60 : count;
}
