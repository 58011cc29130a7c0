import type { Health } from "./chart-data";
import { limitWords } from "./health-words";

type Limit = Health["limits"][number];

/** "Age of the oldest due delivery: 7 min, workflow (limit: at most 5 min)". */
export function alarmTitle({ label, value, unit, subject, keep, limit, alarm }: Limit): string {
  const about = subject === "" || alarm === "clock" ? "" : `, ${subject}`;
  return `${label}: ${limitWords(value, unit)}${about} (limit: ${keep} ${limitWords(limit, unit)})`;
}
