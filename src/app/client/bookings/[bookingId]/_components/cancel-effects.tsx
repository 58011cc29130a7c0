import { Ban, Flag, Radio } from "lucide-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RouterOutputs } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";

type Preview = RouterOutputs["bookings"]["previewCancel"];
type Effect = Preview["events"][number]["effect"];

const EFFECTS: Readonly<Record<Effect, Pick<BadgeProps, "tone" | "icon"> & { label: string }>> = {
  cancelled: { label: "Will be cancelled", tone: "problem", icon: <Ban /> },
  running: { label: "Running now", tone: "active", icon: <Radio /> },
  kept: { label: "Over, stays", tone: "neutral", icon: <Flag /> },
};

export interface CancelEffectsProps {
  preview: Pick<UseQueryResult<Preview>, "data" | "isError"> & { refetch: () => unknown };
  isDraft: boolean;
  timeZone: string;
  now: string;
}

/** What a cancellation takes down, event by event, and how many people hear of it. */
export function CancelEffects({ preview, isDraft, timeZone, now }: CancelEffectsProps) {
  if (preview.isError) {
    return <PanelError what="What this takes down" onRetry={() => void preview.refetch()} />;
  }
  if (!preview.data) return <SkeletonRows rows={2} />;
  const { events, peopleTold } = preview.data;
  if (isDraft)
    return <p className="text-cell">The draft is closed. Nobody is told; you can still copy it.</p>;
  return (
    <div className="grid gap-2 text-cell">
      <p>
        {`${events.length === 0 ? "No event stands yet." : "This cannot be undone."} ${toldWords(peopleTold)}`}
      </p>
      {events.length === 0 ? null : (
        <ul className="max-h-60 divide-y divide-border overflow-y-auto rounded-control border border-border">
          {events.map((event) => (
            <li
              key={event.eventId}
              className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-3 py-2"
            >
              <span>
                <span className="text-muted tabular-nums">{`EV-${event.number} `}</span>
                <time dateTime={event.startsAt}>{formatMoment(event.startsAt, timeZone, now)}</time>
              </span>
              <EffectBadge effect={event.effect} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function toldWords(people: number): string {
  if (people === 0) return "The agency sees it; nobody else gets a message.";
  return people === 1 ? "One person is told." : `${people} people are told.`;
}

function EffectBadge({ effect }: { effect: Effect }) {
  const { label, ...look } = EFFECTS[effect];
  return <Badge {...look}>{label}</Badge>;
}
