import type { RouterOutputs } from "@/trpc/client";

type BookingEvent = NonNullable<RouterOutputs["bookings"]["byId"]["dates"][number]["event"]>;

const DAY_MS = 86_400_000;
const BEFORE_DAYS = 3;
const AFTER_DAYS = 30;

/** About now: nobody looks for it beside dates that are months away. */
export function isReportable(
  { can, startsAt, endsAt }: Pick<BookingEvent, "can" | "startsAt" | "endsAt">,
  now: string,
) {
  const at = Date.parse(now);
  return (
    can.reportIssue &&
    at >= Date.parse(startsAt) - BEFORE_DAYS * DAY_MS &&
    at <= Date.parse(endsAt) + AFTER_DAYS * DAY_MS
  );
}
