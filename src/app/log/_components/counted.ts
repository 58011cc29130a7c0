import { groupDigits } from "@/values/count-words";

/** Exact up to a bound; `more` when there are more than that. */
export interface CountUpTo {
  readonly count: number;
  readonly more: boolean;
}

/** "1 delivery", "12 deliveries", "10 000+ deliveries". */
export function deliveries(count: number | CountUpTo): string {
  return counted(count, "delivery", "deliveries");
}

/** "1 log entry", "12 log entries", "100 000+ log entries". */
export function logEntries(count: number | CountUpTo): string {
  return counted(count, "log entry", "log entries");
}

/** "1 chain", "12 chains"; counts that end at a bound carry a plus. */
export function counted(count: number | CountUpTo, one: string, many: string): string {
  return `${spelled(count)} ${count === 1 || (typeof count === "object" && count.count === 1) ? one : many}`;
}

/** "12", "10 000+". */
export function spelled(count: number | CountUpTo): string {
  const { count: number, more } = typeof count === "number" ? { count, more: false } : count;
  return `${groupDigits(number)}${more ? "+" : ""}`;
}
