"use client";

import { useController } from "react-hook-form";
import { VenuePicker } from "@/components/booking-form/venue-picker";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { Field } from "@/components/form/field";
import { TextareaField, TextField } from "@/components/form/text-field";
import type { AskableField, ChangesValues } from "./change-request";

/** What the field could say instead, in the form that the client takes over by one press. */
export function SuggestionField({ field }: { field: AskableField }) {
  const name = `fields.${field}` as const;
  switch (field) {
    case "locationIds":
      return <VenueSuggestion />;
    case "eventDates":
      return (
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <DateField name={`${name}.day`} label="Suggested date" isOptional />
          <TimeField name={`${name}.time`} label="Start at the venue" isOptional />
        </div>
      );
    case "title":
      return <TextField name={`${name}.text`} label="Suggested title" isOptional />;
    case "plan":
    case "contact":
    case "notes":
      return <TextareaField name={`${name}.text`} label="Suggestion" isOptional rows={2} />;
    default:
      return field satisfies never;
  }
}

function VenueSuggestion() {
  const { field } = useController<ChangesValues, "fields.locationIds.venueId">({
    name: "fields.locationIds.venueId",
  });
  return (
    <Field name="fields.locationIds.venueId" label="Suggested venue" isOptional>
      {(control) => (
        <VenuePicker control={control} value={field.value} onChange={field.onChange} takenIds={[]} />
      )}
    </Field>
  );
}
