import { StatusBadge } from "@/components/status-badge";
import { shiftFlagLooks, shiftLooks } from "@/components/status-looks/shifts";
import { Facts } from "@/components/ui/facts";
import { formatClock, formatMoment, formatWindow } from "@/values/format-time";
import { type Arrival, hoursWords } from "./arrival";

/** What the shift is, where and when, and how it stands. */
export function ArrivalHead({ arrival, now }: { arrival: Arrival; now: string }) {
  const { venue } = arrival;
  return (
    <section aria-label="The shift" className="grid gap-3 rounded-card border border-border bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge look={shiftLooks[arrival.status]} />
        {arrival.isLate ? <StatusBadge look={shiftFlagLooks.late} /> : null}
        {arrival.proof?.grade === "doubtful" ? <StatusBadge look={shiftFlagLooks.position_doubtful} /> : null}
        {arrival.hoursState === "assumed" ? <StatusBadge look={shiftFlagLooks.check_out_assumed} /> : null}
      </div>
      <div className="grid gap-1">
        <h2 className="text-title wrap-anywhere">{`${arrival.role}: ${arrival.title}`}</h2>
        <p>{formatWindow(arrival, arrival.timeZone, now)}</p>
        <p className="text-muted wrap-anywhere">
          {venue.address === "" ? venue.name : `${venue.name}, ${venue.address}`}
        </p>
      </div>
      <Facts facts={factsOf(arrival, now)} />
    </section>
  );
}

function factsOf(arrival: Arrival, now: string) {
  const { timeZone, checkedInAt, checkedOutAt, hoursWorked, breakMinutes } = arrival;
  const state = arrival.hoursState === "approved" ? "approved" : "waiting for approval";
  return [
    ...(checkedInAt === null
      ? []
      : [{ label: "Checked in", value: formatMoment(checkedInAt, timeZone, now) }]),
    ...(checkedOutAt === null
      ? []
      : [
          {
            label: "Checked out",
            value: `${formatClock(checkedOutAt, timeZone)}${arrival.hoursState === "assumed" ? ", assumed" : ""}`,
          },
        ]),
    ...(hoursWorked === null
      ? []
      : [
          {
            label: "Hours",
            value: `${hoursWords(hoursWorked)}${breakMinutes === 0 ? "" : ` without ${breakMinutes} min of break`}, ${state}`,
          },
        ]),
  ];
}
