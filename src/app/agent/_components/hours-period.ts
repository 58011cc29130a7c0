import { shiftDay } from "@/values/local-day";

const DAYS_BACK = 60;

/** The days of one's own hours that the screen shows: two months back, and today wherever that is. */
export function hoursPeriod(now: string): { readonly from: string; readonly to: string } {
  const today = now.slice(0, 10);
  return { from: shiftDay(today, -DAYS_BACK), to: shiftDay(today, 1) };
}
