import { payWords } from "@/components/candidates/fit-words";
import { VenueTime } from "@/components/venue-time";
import { formatDuration } from "@/values/format-time";
import type { AgentShift } from "./shift-words";

interface ShiftHeadProps {
  shift: AgentShift;
  now: string;
}

/** What, when, where and for how much. */
export function ShiftHead({ shift, now }: ShiftHeadProps) {
  const { role, title, venue, pay } = shift;
  return (
    <div className="grid gap-1 wrap-anywhere">
      <p className="text-title">{role}</p>
      <p className="text-muted">{title}</p>
      <p className="font-medium">
        <VenueTime startsAt={shift.startsAt} endsAt={shift.endsAt} timeZone={shift.timeZone} now={now} />
      </p>
      <p>{[venue.name, venue.address].filter((part) => part !== "").join(", ")}</p>
      {pay === null ? null : (
        <p className="tabular-nums">
          {`${payWords(pay)}, about ${formatDuration(Math.round(pay.estimatedHours * 60))}`}
        </p>
      )}
    </div>
  );
}
