"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { TimeField } from "@/components/form/date-time-fields";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { type AvailabilityValues, newHours, weekdayNames } from "./availability-values";

/** The seven days with their hours; a day without any is not free. */
export function WeekLines({ whose }: { whose: string }) {
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-cell font-medium">A usual week</legend>
      <p className="text-meta text-muted">
        {`On ${whose} own clock. `}A night that goes past midnight ends at 24:00 and goes on at 00:00 the next
        day.
      </p>
      <ul className="divide-y divide-border rounded-card border border-border">
        {weekdayNames.map((name, day) => (
          <DayLine key={name} name={name} day={day} />
        ))}
      </ul>
    </fieldset>
  );
}

function DayLine({ name, day }: { name: string; day: number }) {
  const { control } = useFormContext<AvailabilityValues>();
  const { fields, append, remove } = useFieldArray({ control, name: `days.${day}.hours` });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-3 py-2">
      <p className="min-w-28 pt-1.5 text-cell">
        {name}
        {fields.length === 0 ? <span className="block text-meta text-muted">Not free</span> : null}
      </p>
      <div className="grid justify-items-start gap-2">
        {fields.map((hours, index) => (
          <div key={hours.id} className="flex items-end gap-2">
            <TimeField name={`days.${day}.hours.${index}.from`} label="From" />
            <TimeField name={`days.${day}.hours.${index}.to`} label="To" />
            <IconButton label={`Remove these hours of ${name}`} icon={<X />} onClick={() => remove(index)} />
          </div>
        ))}
        <Button variant="quiet" icon={<Plus />} onClick={() => append(newHours)}>
          Add hours<span className="sr-only">{` on ${name}`}</span>
        </Button>
      </div>
    </li>
  );
}
