import { RelativeTime } from "@/components/relative-time";
import type { RouterOutputs } from "@/trpc/client";

type Waiting = Pick<RouterOutputs["bookings"]["list"]["items"][number], "waitingFor" | "waitingSince">;

const PARTIES = { agency: "us", client: "the client" } as const;

export interface WaitingTextProps extends Waiting {
  now: string;
  timeZone: string;
  /** With "Waiting for" in front, where no column head says it. */
  isSentence?: boolean;
}

/** Whom a booking waits for and since when; a dash when it waits for nobody. */
export function WaitingText({ waitingFor, waitingSince, now, timeZone, isSentence }: WaitingTextProps) {
  if (waitingFor === "nobody") {
    return isSentence === true ? null : <span className="text-subtle">Nobody</span>;
  }
  return (
    <span className="whitespace-nowrap">
      {isSentence === true ? `Waiting for ${PARTIES[waitingFor]}, ` : `${PARTIES[waitingFor]}, `}
      <RelativeTime at={waitingSince} now={now} timeZone={timeZone} />
    </span>
  );
}
