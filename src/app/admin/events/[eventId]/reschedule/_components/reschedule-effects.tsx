import { AlarmClock, BadgeCheck, CalendarClock, ListChecks, MapPin, MapPinOff, Users } from "lucide-react";
import { eventHref } from "@/app/admin/_components/event-href";
import { Effect, Effects } from "@/app/admin/events/_components/effects";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { MovedKits } from "@/app/admin/events/_components/kit-effects";
import { MovedStaff } from "@/app/admin/events/_components/staff-effects";
import { ToldEffect } from "@/app/admin/events/_components/told-effect";
import type { ToldChoice } from "@/app/admin/events/_components/told-words";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { formatWindow, otherZoneHint } from "@/values/format-time";
import { TaskEffects } from "./task-effects";

export type ReschedulePreview = RouterOutputs["events"]["previewReschedule"];

export interface RescheduleEffectsProps {
  event: EventRecord;
  preview: ReschedulePreview;
  choice: ToldChoice;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** Every consequence of a move, as the planner of the server says that carries it out (rules 16, 19, 50). */
export function RescheduleEffects({ event, preview, choice, now, timeZone }: RescheduleEffectsProps) {
  const { window } = preview;
  const hint = otherZoneHint(window, { venue: event.timeZone, viewer: timeZone }, now);
  return (
    <Effects title="What happens then">
      <Effect icon={CalendarClock} tone="active" title={formatWindow(window, event.timeZone, now)}>
        {hint === null ? null : <p>{hint}</p>}
        {`Instead of ${formatWindow(preview.from, event.timeZone, now)}; as long as before.`}
        {window.clockNote === "overlap"
          ? " The clocks show this hour twice on that day: the first is meant."
          : ""}
      </Effect>
      <Clashes
        icon={Users}
        who={event.manager?.name ?? "The manager"}
        clashes={preview.managerClashes}
        {...{ event, now }}
      />
      <Clashes icon={MapPin} who={event.venue.name} clashes={preview.venueClashes} {...{ event, now }} />
      {preview.losesVenueConfirmation ? (
        <Effect icon={MapPinOff} tone="caution" title={`${event.venue.name} has to be confirmed again`}>
          It agreed to the old time only.
        </Effect>
      ) : (
        <Effect icon={MapPin} title={`${event.venue.name} is not confirmed, so nothing is lost there`} />
      )}
      {preview.losesReadiness ? (
        <Effect icon={BadgeCheck} tone="caution" title="It is no longer ready">
          Until the venue is confirmed for the new time.
        </Effect>
      ) : null}
      <TaskEffects event={event} moved={preview.tasks} now={now} />
      <Effect icon={ListChecks} title="Activities go along, with their lengths" />
      <MovedStaff eventId={event.id} newDate={window.localStart} />
      <MovedKits eventId={event.id} newDate={window.localStart} />
      <ToldEffect told={preview.told} clientName={event.client.name} choice={choice} />
      {preview.tasks.some(({ arrivesOverdue }) => arrivesOverdue) ? (
        <Effect icon={AlarmClock} tone="problem" title="Some tasks arrive overdue">
          They stay on the list and are marked.
        </Effect>
      ) : null}
    </Effects>
  );
}

interface ClashesProps extends Pick<RescheduleEffectsProps, "event" | "now"> {
  icon: typeof Users;
  who: string;
  clashes: ReschedulePreview["managerClashes"];
}

function Clashes({ icon, who, clashes, event, now }: ClashesProps) {
  if (clashes.length === 0) return null;
  return (
    <Effect icon={icon} tone="problem" title={`${who} is taken at that time`}>
      <ul>
        {clashes.map((clash) => (
          <li key={clash.id}>
            <TextLink href={eventHref(clash.id)} className="tabular-nums">{`EV-${clash.number}`}</TextLink>
            {` ${clash.title}, ${formatWindow(clash, event.timeZone, now)}`}
          </li>
        ))}
      </ul>
    </Effect>
  );
}
