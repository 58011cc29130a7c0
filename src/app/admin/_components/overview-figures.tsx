import { RelativeTime } from "@/components/relative-time";
import { Figure } from "@/components/ui/figure";
import type { RouterOutputs } from "@/trpc/client";

export type Overview = RouterOutputs["reports"]["overview"];

export interface OverviewFiguresProps {
  overview: Overview;
  now: string;
  timeZone: string;
}

/** The numbers an admin looks at first; each opens what it counts. */
export function OverviewFigures({ overview, now, timeZone }: OverviewFiguresProps) {
  const { waitingForAgency, decisions, events } = overview;
  return (
    <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <Figure
        label="Needs deciding"
        value={waitingForAgency.count}
        href="/admin/bookings"
        hint={
          waitingForAgency.oldestSince === null ? (
            "Nothing waits for you"
          ) : (
            <Oldest since={waitingForAgency.oldestSince} now={now} timeZone={timeZone} />
          )
        }
      />
      <Figure
        label="Median time to a decision"
        value={decisions.medianHours === null ? "–" : hoursWords(decisions.medianHours)}
        hint="Last 30 days"
      />
      <Figure
        label="Events in the next 14 days"
        value={events.next14Days}
        href="/admin/events?range=14d"
        hint="Without cancelled ones"
      />
      <Figure
        label="Events on hold"
        value={events.onHold}
        href="/admin/events?range=all&hold=true"
        hint={events.onHold === 0 ? "None waits for a booking" : "Until their booking is decided"}
      />
    </div>
  );
}

function Oldest({ since, now, timeZone }: { since: string; now: string; timeZone: string }) {
  return (
    <>
      {"Oldest: "}
      <RelativeTime at={since} now={now} timeZone={timeZone} />
    </>
  );
}

/** "40 min", "5.5 h", "3 days": a median needs no more than two figures. */
export function hoursWords(hours: number): string {
  if (hours * 60 < 1) return "< 1 min";
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  if (hours < 10) return `${Number(hours.toFixed(1))} h`;
  if (hours < 48) return `${Math.round(hours)} h`;
  return `${Number((hours / 24).toFixed(hours < 240 ? 1 : 0))} days`;
}
