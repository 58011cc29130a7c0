import type { Route } from "next";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { riskLooks } from "@/components/status-looks/radar";
import { PageLink } from "@/components/ui/page-link";
import { VenueTime } from "@/components/venue-time";
import { NextStep } from "./next-step";
import type { RadarItem } from "./radar-view";

export interface RadarRowProps {
  item: RadarItem;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** One thing that is late: what, why, since when, who should see to it, and the next step. */
export function RadarRow({ item, now, timeZone }: RadarRowProps) {
  const zone = item.venue?.timeZone ?? timeZone;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-2.5 text-cell">
      <div className="w-36 shrink-0 max-sm:w-full">
        <StatusBadge look={riskLooks[item.kind]} />
      </div>
      <div className="min-w-56 flex-1">
        <PageLink href={hrefOf(item)} className="font-medium wrap-anywhere hover:underline">
          <span className="text-muted tabular-nums">{`${item.code} `}</span>
          {item.title}
        </PageLink>
        <p className="wrap-anywhere">{item.cause}</p>
        <p className="text-meta text-muted">
          {item.kind === "critical_issue" ? "Reported " : "Should have happened "}
          <RelativeTime at={item.since} now={now} timeZone={zone} />
          {`. ${ownerWords(item)}`}
        </p>
      </div>
      <p className="w-56 text-meta text-muted max-sm:w-full">
        <Left item={item} now={now} zone={zone} />
      </p>
      <div className="w-36 max-sm:w-full">
        <NextStep item={item} now={now} />
      </div>
    </li>
  );
}

function hrefOf({ record, recordId }: RadarItem): Route {
  return (record === "event" ? `/admin/events/${recordId}` : `/admin/bookings/${recordId}`) as Route;
}

function ownerWords({ owner, record }: RadarItem): string {
  if (owner !== null) return `${owner.name} has it.`;
  return record === "booking" ? "It waits for the desk." : "Nobody has it.";
}

/** How much time is left, and what for. */
function Left({ item, now, zone }: { item: RadarItem; now: string; zone: string }) {
  if (item.window === null) {
    return (
      <>
        {"First date "}
        <RelativeTime at={item.leftUntil} now={now} timeZone={zone} />
      </>
    );
  }
  const { startsAt, endsAt } = item.window;
  const isOver = endsAt <= now;
  return (
    <>
      <VenueTime startsAt={startsAt} endsAt={endsAt} timeZone={zone} now={now} />
      <span className="block">
        {isOver ? "Planned end " : startsAt <= now ? "Planned start " : "Starts "}
        <RelativeTime at={isOver ? endsAt : startsAt} now={now} timeZone={zone} />
      </span>
    </>
  );
}
