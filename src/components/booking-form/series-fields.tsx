"use client";

import { Plus } from "lucide-react";
import { useController, useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { RadioField } from "@/components/form/choice-fields";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { useFieldId } from "@/components/form/form-id";
import { NumberField, SelectField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { LengthField } from "./length-field";
import { recurrenceIntervalMax, weekdays } from "./limits";
import type { RequestValues } from "./request-values";
import { monthlyRuleWords, weekdayNames } from "./series-words";

const UNITS = { daily: "day", weekly: "week", monthly: "month" } as const;

/** A series: how often, from when to when, at which time; and dates beside the rule. */
export function SeriesFields() {
  const frequency = useWatch<RequestValues, "schedule.series.frequency">({
    name: "schedule.series.frequency",
  });
  const interval = useWatch<RequestValues, "schedule.series.interval">({ name: "schedule.series.interval" });
  return (
    <div className="grid gap-4 rounded-card border border-border p-4">
      <div className="flex flex-wrap items-start gap-3">
        <SelectField
          name="schedule.series.frequency"
          label="Repeats"
          options={[
            { value: "daily", label: "Daily" },
            { value: "weekly", label: "Weekly" },
            { value: "monthly", label: "Monthly" },
          ]}
        />
        <NumberField
          name="schedule.series.interval"
          label="Every"
          min={1}
          max={recurrenceIntervalMax}
          unit={interval === 1 ? UNITS[frequency] : `${UNITS[frequency]}s`}
        />
      </div>
      {frequency === "weekly" ? <WeekdaysField /> : null}
      <div className="flex flex-wrap items-start gap-3">
        <DateField name="schedule.series.firstDate" label="First date" />
        <DateField name="schedule.series.lastDate" label="Last date" />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <TimeField name="schedule.series.start" label="Start" />
        <LengthField name="schedule.series.length" label="Length" />
      </div>
      {frequency === "monthly" ? <MonthlyRuleField /> : null}
      <ExtraDates />
    </div>
  );
}

function WeekdaysField() {
  const { field } = useController<RequestValues, "schedule.series.weekdays">({
    name: "schedule.series.weekdays",
  });
  const id = useFieldId(field.name);
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={`${id}-hint`} className="min-w-0">
      <legend className="text-cell font-medium">On</legend>
      <p id={`${id}-hint`} className="mb-1 text-meta text-muted">
        None picked means the weekday of the first date.
      </p>
      <div className="grid grid-cols-4 gap-1.5 sm:flex">
        {weekdays.map((weekday) => (
          <label
            key={weekday}
            className="inline-flex min-h-control min-w-12 items-center justify-center rounded-control border border-border-control px-2 text-cell text-muted select-none hover:bg-sunken has-checked:border-accent has-checked:bg-selected has-checked:font-medium has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={field.value.includes(weekday)}
              onChange={({ target }) =>
                field.onChange(
                  weekdays.filter((day) => (day === weekday ? target.checked : field.value.includes(day))),
                )
              }
            />
            {weekdayNames[weekday]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function MonthlyRuleField() {
  const firstDate = useWatch<RequestValues, "schedule.series.firstDate">({
    name: "schedule.series.firstDate",
  });
  const words = monthlyRuleWords(firstDate);
  return (
    <RadioField
      name="schedule.series.monthlyRule"
      label="Which day of the month"
      options={[
        { value: "day-of-month", label: words.dayOfMonth },
        { value: "weekday-position", label: words.weekdayPosition },
      ]}
    />
  );
}

function ExtraDates() {
  const { control, getValues } = useFormContext<RequestValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "schedule.series.extraDates" });
  return (
    <div className="grid gap-3">
      {fields.map((row, index) => (
        <fieldset key={row.id} className="flex flex-wrap items-end gap-3">
          <legend className="sr-only">{`Extra date ${index + 1}`}</legend>
          <DateField name={`schedule.series.extraDates.${index}.date`} label={`Extra date ${index + 1}`} />
          <TimeField name={`schedule.series.extraDates.${index}.start`} label="Start" />
          <Button variant="quiet" aria-label={`Remove extra date ${index + 1}`} onClick={() => remove(index)}>
            Remove
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="quiet"
          icon={<Plus />}
          onClick={() => append({ date: "", start: getValues("schedule.series.start") })}
        >
          Add a date beside the rule
        </Button>
      </div>
    </div>
  );
}
