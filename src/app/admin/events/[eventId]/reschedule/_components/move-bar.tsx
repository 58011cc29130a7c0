import { eventHref } from "@/app/admin/_components/event-href";
import { people } from "@/app/admin/bookings/_components/people";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { type ToldChoice, toldNames } from "@/app/admin/events/_components/told-words";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { formatWindow } from "@/values/format-time";
import type { ReschedulePreview } from "./reschedule-effects";

export interface MoveBarProps {
  event: EventRecord;
  preview: ReschedulePreview | undefined;
  choice: ToldChoice;
  isSending: boolean;
  now: string;
}

/** What will happen, then the button. */
export function MoveBar({ event, preview, choice, isSending, now }: MoveBarProps) {
  const code = `EV-${event.number}`;
  const target = preview?.refusal === null ? preview : undefined;
  return (
    <div className="sticky bottom-0 z-bar -mx-4 lg:-mx-6">
      <ActionBar
        summary={
          <p role="status" className="tabular-nums">
            {target === undefined ? (
              "Nothing is moved yet"
            ) : (
              <>
                <span className="font-medium text-text">
                  {`To ${formatWindow(target.window, event.timeZone, now)}`}
                </span>
                {` — tells ${people(toldNames(target.told, choice).length)}`}
              </>
            )}
          </p>
        }
      >
        <ButtonLink href={eventHref(event.id)}>Back</ButtonLink>
        <SubmitButton isPending={isSending}>{`Move ${code}`}</SubmitButton>
      </ActionBar>
    </div>
  );
}
