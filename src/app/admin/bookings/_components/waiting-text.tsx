"use client";

import { useNow } from "@/components/use-now";
import type { RouterOutputs } from "@/trpc/client";
import { formatMoment, formatSpan } from "@/values/format-time";

type Waiting = Pick<RouterOutputs["bookings"]["list"]["items"][number], "waitingFor" | "waitingSince">;

const PARTIES = { agency: "us", client: "the client" } as const;

export interface WaitingTextProps extends Waiting {
  /** The moment the page was made; the text moves on from there by itself. */
  now: string;
  timeZone: string;
  /** With "Waiting for" in front, where no column head says it. */
  isSentence?: boolean;
}

/** "Waiting for the client, 2 days"; the moment since when shows on hover, focus and tap (U-31). */
export function WaitingText({ waitingFor, waitingSince, now, timeZone, isSentence }: WaitingTextProps) {
  const moment = useNow(now);
  if (waitingFor === "nobody") {
    return isSentence === true ? null : <span className="text-subtle">Nobody</span>;
  }
  const since = `Since ${formatMoment(waitingSince, timeZone, moment)}`;
  const span = formatSpan(waitingSince, moment);
  return (
    <span className="whitespace-nowrap">
      {`${isSentence === true ? "Waiting for " : ""}${PARTIES[waitingFor]}, `}
      <button
        type="button"
        data-tip={since}
        aria-label={`${span}, ${since.toLowerCase()}`}
        className="cursor-default! rounded-badge"
      >
        <time dateTime={waitingSince}>{span}</time>
      </button>
    </span>
  );
}
