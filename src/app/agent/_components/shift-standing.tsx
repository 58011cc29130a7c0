import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { shiftLooks } from "@/components/status-looks/shifts";
import type { AgentShift } from "./shift-words";

interface ShiftStandingProps {
  shift: Pick<AgentShift, "status" | "responseDeadline" | "timeZone">;
  now: string;
}

/** How a shift stands, and until when an offer can be answered. */
export function ShiftStanding({ shift: { status, responseDeadline, timeZone }, now }: ShiftStandingProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <StatusBadge look={shiftLooks[status]} />
      {status === "offered" && responseDeadline !== null ? (
        <span className="text-meta text-muted">
          {"Answer due "}
          <RelativeTime at={responseDeadline} now={now} timeZone={timeZone} tipSide="end" />
        </span>
      ) : null}
    </div>
  );
}
