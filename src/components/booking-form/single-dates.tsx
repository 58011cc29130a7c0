"use client";

import { Plus } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { Button } from "@/components/ui/button";
import { LengthField } from "./length-field";
import { recurrenceDatesMax } from "./limits";
import type { RequestValues } from "./request-values";

/** Dates picked one by one, each with its start and length on the venue's clock. */
export function SingleDates() {
  const { control, getValues } = useFormContext<RequestValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "schedule.dates" });
  const add = () => {
    const last = getValues("schedule.dates").at(-1);
    append({ date: "", start: last?.start ?? "", length: last?.length ?? 240 });
  };
  return (
    <div className="grid gap-3">
      {fields.map((row, index) => (
        <fieldset key={row.id} className="grid gap-3 rounded-card border border-border p-4 pt-3">
          <legend className="sr-only">{`Date ${index + 1}`}</legend>
          <div className="flex flex-wrap items-start gap-3">
            <DateField name={`schedule.dates.${index}.date`} label={`Date ${index + 1}`} />
            <TimeField name={`schedule.dates.${index}.start`} label="Start" />
            <LengthField name={`schedule.dates.${index}.length`} label="Length" />
          </div>
          {fields.length > 1 ? (
            <div>
              <Button
                variant="quiet"
                size="small"
                aria-label={`Remove date ${index + 1}`}
                onClick={() => remove(index)}
              >
                Remove
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      {fields.length < recurrenceDatesMax ? (
        <div>
          <Button icon={<Plus />} onClick={add}>
            Add another date
          </Button>
        </div>
      ) : null}
    </div>
  );
}
