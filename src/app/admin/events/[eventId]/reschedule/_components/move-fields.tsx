import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { CheckboxField } from "@/components/form/choice-fields";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { FieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { TextareaField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { formatWindow, zoneLabel } from "@/values/format-time";
import type { ReschedulePreview } from "./reschedule-effects";

export interface MoveFieldsProps {
  event: EventRecord;
  /** What speaks against the start that is named now. */
  refusal: ReschedulePreview["refusal"];
  isClashing: boolean;
  now: string;
}

/** When, why, and who is told. */
export function MoveFields({ event, refusal, isClashing, now }: MoveFieldsProps) {
  return (
    <Card title="New start">
      <div className="grid gap-4">
        <p className="text-cell text-muted">{`Now ${formatWindow(event, event.timeZone, now)}.`}</p>
        <div className="grid gap-2">
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
            <DateField name="newDay" label="New date" hint={zoneLabel(event.timeZone)} />
            <TimeField name="newTime" label="New time" hint="Venue clock" />
          </div>
          <Refusal refusal={refusal} />
        </div>
        {isClashing ? (
          <TextareaField
            name="override"
            label="Why the clash is all right"
            hint="Kept with the move, with what it clashes with."
            rows={2}
          />
        ) : null}
        <TextareaField
          name="reason"
          label="Reason"
          hint="Everybody who is told reads it as you write it."
          rows={2}
        />
        <div className="grid">
          <CheckboxField name="notifyStaff" label="Tell the team" />
          <CheckboxField name="notifyClient" label={`Tell the people of ${event.client.name}`} />
        </div>
      </div>
    </Card>
  );
}

/** The rule that forbids this start, beside its fields and before anybody presses. */
function Refusal({ refusal }: Pick<MoveFieldsProps, "refusal">) {
  const id = useFieldId("refusal");
  return (
    <div role="status">
      <FieldError id={id} message={refusal?.message ?? null} />
    </div>
  );
}
