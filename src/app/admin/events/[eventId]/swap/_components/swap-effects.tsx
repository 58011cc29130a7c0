"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatWindow, formatWindowBare } from "@/values/format-time";
import type { SwapPreview } from "./swap-form";

type Half = SwapPreview["first"];

/** Before and after of each event, and what hangs on it. */
export function SwapEffects({ preview, now }: { preview: SwapPreview; now: string }) {
  return (
    <ul className="grid gap-3">
      <HalfEffects half={preview.first} now={now} />
      <HalfEffects half={preview.second} now={now} />
    </ul>
  );
}

function HalfEffects({ half, now }: { half: Half; now: string }) {
  const trpc = useTRPC();
  const { data: event } = useQuery(trpc.events.byId.queryOptions({ eventId: half.eventId }));
  const effects = effectsOf(half);
  return (
    <li className="grid gap-1 rounded-control bg-sunken px-3 py-2.5 text-cell">
      <p className="font-medium wrap-anywhere">{event ? `EV-${event.number} ${event.title}` : "…"}</p>
      {event ? (
        <p className="tabular-nums">
          <span className="text-muted line-through">{formatWindowBare(half.from, event.timeZone, now)}</span>
          <span className="block">{formatWindow(half.window, event.timeZone, now)}</span>
        </p>
      ) : null}
      {effects.length === 0 ? null : (
        <ul className="list-disc pl-5 text-muted">
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What follows for one of the two, in sentences. */
export function effectsOf(
  half: Pick<Half, "tasks" | "losesVenueConfirmation" | "losesReadiness" | "managerClashes" | "venueClashes">,
) {
  const overdue = half.tasks.filter(({ arrivesOverdue }) => arrivesOverdue).length;
  const named = (clashes: Half["managerClashes"]) =>
    clashes.map(({ number, title }) => `EV-${number} ${title}`).join(", ");
  return [
    ...(half.losesVenueConfirmation ? ["The venue has to be confirmed again."] : []),
    ...(half.losesReadiness ? ["It is no longer ready."] : []),
    ...(half.tasks.length > 0 ? [`The due dates of ${counted(half.tasks.length, "task")} move along.`] : []),
    ...(overdue > 0 ? [`${counted(overdue, "task")} ${overdue === 1 ? "is" : "are"} overdue then.`] : []),
    ...(half.managerClashes.length > 0 ? [`Its manager then also has ${named(half.managerClashes)}.`] : []),
    ...(half.venueClashes.length > 0 ? [`At its venue then is also ${named(half.venueClashes)}.`] : []),
  ];
}
