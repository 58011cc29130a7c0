import { formatClock } from "@/values/format-time";
import { localDateIn } from "@/values/local-day";

/** An instant as a field for the venue's clock takes it: `YYYY-MM-DDTHH:mm`. */
export function venueClock(instant: string, timeZone: string): string {
  return `${localDateIn(instant, timeZone)}T${formatClock(instant, timeZone)}`;
}
