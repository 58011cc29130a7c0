import { formatDate } from "@/values/format-time";

/** "the end of Mon 20 Oct": a hold ends with the answer-by day, so its last moment belongs to that day. */
export function holdWords(holdUntil: string, timeZone: string, now: string): string {
  const lastMoment = new Date(Date.parse(holdUntil) - 1).toISOString();
  return `the end of ${formatDate(lastMoment, timeZone, now)}`;
}
