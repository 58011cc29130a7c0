import { Ban, CalendarX, CheckCheck, ListX, MapPin, TriangleAlert, Users } from "lucide-react";
import { Effect, Effects } from "@/app/admin/events/_components/effects";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { ReleasedKits } from "@/app/admin/events/_components/kit-effects";
import { ReleasedStaff } from "@/app/admin/events/_components/staff-effects";
import { ToldEffect } from "@/app/admin/events/_components/told-effect";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatWindow } from "@/values/format-time";

export interface CancelEffectsProps {
  event: EventRecord;
  preview: RouterOutputs["events"]["previewCancel"];
  release: RouterOutputs["activities"]["previewRelease"];
  notifyClient: boolean;
  now: string;
}

/** What a cancellation takes down, what it leaves, and who is told. */
export function CancelEffects({ event, preview, release, notifyClient, now }: CancelEffectsProps) {
  const { tasksDropped, venueExpectsIt, issuesLeft, told } = preview;
  const { released, kept } = release;
  return (
    <Effects title="What happens then">
      <Effect
        icon={CalendarX}
        tone="problem"
        title={`${formatWindow(event, event.timeZone, now)} does not take place`}
      >
        {`The other events of BK-${event.booking.number} stay as they are.`}
      </Effect>
      {event.manager === null ? null : (
        <Effect icon={Users} title={`${event.manager.name} has that time free again`} />
      )}
      {released.length === 0 ? null : (
        <Effect icon={Ban} title={`${activities(released.length)} called off`}>
          {released.map(({ activityType }) => activityType).join(" · ")}
        </Effect>
      )}
      <ReleasedStaff eventId={event.id} />
      <ReleasedKits eventId={event.id} />
      {kept.length === 0 ? null : (
        <Effect icon={CheckCheck} title={`${activities(kept.length)} kept as recorded`}>
          {kept.map(({ activityType }) => activityType).join(" · ")}
        </Effect>
      )}
      {tasksDropped.length === 0 ? null : (
        <Effect icon={ListX} title={`${counted(tasksDropped.length, "open task")} nobody has to do any more`}>
          <ul>
            {tasksDropped.map(({ taskId, description }) => (
              <li key={taskId}>{description}</li>
            ))}
          </ul>
        </Effect>
      )}
      {venueExpectsIt ? (
        <Effect icon={MapPin} tone="caution" title={`${event.venue.name} still expects you`}>
          It confirmed this event. Muster sends venues no messages: call them.
        </Effect>
      ) : null}
      {issuesLeft === 0 ? null : (
        <Effect icon={TriangleAlert} title={`${counted(issuesLeft, "issue")} not resolved`}>
          They stay open until somebody resolves them.
        </Effect>
      )}
      <ToldEffect told={told} clientName={event.client.name} choice={{ team: true, client: notifyClient }} />
    </Effects>
  );
}

function activities(count: number): string {
  return count === 1 ? "1 activity" : `${count} activities`;
}
