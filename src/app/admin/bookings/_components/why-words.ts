import type { RouterOutputs } from "@/trpc/client";
import { formatClock, formatDate, formatWindow } from "@/values/format-time";

export type Verdict = RouterOutputs["bookings"]["previewApproval"]["verdicts"][number];
type DateWarning = Verdict["warnings"][number];

export interface WhyWords {
  readonly id: string;
  readonly text: string;
  /** The booking that collides, to open it. */
  readonly other: { readonly bookingId: string; readonly number: string } | null;
}

/** What speaks against a date, in sentences: what collides, with whom, when. */
export function whyWords(verdict: Verdict, timeZone: string, now: string): WhyWords[] {
  return verdict.warnings.map((warning, index) => ({
    id: `${verdict.dateId} ${index}`,
    text: textOf(warning, timeZone, now),
    other:
      "clash" in warning
        ? { bookingId: warning.clash.bookingId, number: `BK-${warning.clash.bookingNumber}` }
        : null,
  }));
}

function textOf(warning: DateWarning, timeZone: string, now: string): string {
  if (warning.kind === "past") return "This date has already begun.";
  if (warning.kind === "own_overlap") {
    const start = `${formatDate(warning.otherStartsAt, timeZone, now)} ${formatClock(warning.otherStartsAt, timeZone)}`;
    return `Another date of this booking shares time with it: ${start}.`;
  }
  const { clash } = warning;
  const number = `BK-${clash.bookingNumber}`;
  const other = `${number}, ${clash.bookingTitle}`;
  const when = formatWindow({ startsAt: clash.otherStartsAt, endsAt: clash.otherEndsAt }, timeZone, now);
  if (warning.kind === "duplicate") {
    return `The same client has this place and start in ${other} as well: ${STANDING[clash.strength]}.`;
  }
  switch (clash.strength) {
    case "approved":
      return `${clash.venueName} is taken by ${other}: ${when}.`;
    case "held":
      return `${clash.venueName} is held for ${other}, while its client answers a change request: ${when}.`;
    case "asked":
      return `${other} asks for ${clash.venueName} too, nothing is decided yet: ${when}.`;
    default:
      return clash.strength satisfies never;
  }
}

const STANDING = {
  approved: "it is approved there",
  held: "it is held there",
  asked: "nothing is decided there yet",
} as const satisfies Record<Extract<DateWarning, { clash: unknown }>["clash"]["strength"], string>;
