import { eventFlagLooks, eventLooks } from "@/components/status-looks/events";
import { formatDuration, formatWindowBare, zoneLabel } from "@/values/format-time";
import { durationMs } from "@/values/time-window";
import type { RunSheetProps } from "./run-sheet";

/** Which event, when, and the code that opens it. */
export function SheetHead({ event, address, code, now }: RunSheetProps) {
  const state = eventLooks[event.status].label;
  return (
    <header className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <p className="text-muted tabular-nums">
          {`EV-${event.number} · BK-${event.booking.number} · ${state}`}
          {event.onHold ? ` · ${eventFlagLooks.on_hold.label}` : ""}
        </p>
        <h2 className="text-page wrap-anywhere">{event.title}</h2>
        <p className="mt-1 text-title">
          <time dateTime={event.startsAt}>{formatWindowBare(event, event.timeZone, now)}</time>
        </p>
        <p>{`${zoneLabel(event.timeZone)} · ${formatDuration(Math.round(durationMs(event) / 60_000))}`}</p>
      </div>
      <figure className="w-28 shrink-0 text-center">
        <svg
          viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
          role="img"
          aria-label={`Code that opens EV-${event.number}`}
          shapeRendering="crispEdges"
          className="w-full"
        >
          <rect x={-4} y={-4} width={code.size + 8} height={code.size + 8} fill="#ffffff" />
          <path d={code.path} fill="#000000" />
        </svg>
        <figcaption className="text-meta">
          Scan to open <span className="whitespace-nowrap">{`EV-${event.number}`}</span>
        </figcaption>
        <span className="sr-only">{address}</span>
      </figure>
    </header>
  );
}
