import { formatMoment, formatWindow, otherZoneHint } from "@/values/format-time";

export interface VenueTimeProps {
  /** ISO instants; the window is half-open. */
  startsAt: string;
  endsAt: string;
  /** IANA zone of the venue. */
  timeZone: string;
  /** The moment the page was made: decides whether the year is shown, and keeps server and browser alike. */
  now: string;
  /** The viewer's own zone; shown in secondary text only where the clocks differ (U-28). */
  viewerZone?: string | undefined;
}

/** "Tue 14 Oct 10:00–14:00, Berlin time", with the viewer's own time below when it differs. */
export function VenueTime({ startsAt, endsAt, timeZone, now, viewerZone }: VenueTimeProps) {
  const window = { startsAt, endsAt };
  const hint =
    viewerZone === undefined ? null : otherZoneHint(window, { venue: timeZone, viewer: viewerZone }, now);
  return (
    <span>
      <time dateTime={startsAt}>{formatWindow(window, timeZone, now)}</time>
      {hint === null ? null : <span className="block text-meta text-muted">{hint}</span>}
    </span>
  );
}

/** "Tue 14 Oct 10:00, Berlin time". */
export function VenueMoment({ at, timeZone, now }: { at: string; timeZone: string; now: string }) {
  return <time dateTime={at}>{formatMoment(at, timeZone, now)}</time>;
}
