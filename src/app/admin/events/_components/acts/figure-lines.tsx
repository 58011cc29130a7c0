"use client";

import { useFieldArray, useFormContext } from "react-hook-form";
import { Line, LineFrame } from "@/components/booking-form/line-frame";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { Input } from "@/components/ui/input";

const FIGURES_MAX = 50;

interface Figures {
  figures: { name: string; value: number }[];
}

/** What was counted, one line each: what it is, and how much. */
export function FigureLines() {
  const { control } = useFormContext<Figures>();
  const { fields, append, remove } = useFieldArray({ control, name: "figures" });
  return (
    <LineFrame
      path="figures"
      label="Figures"
      addLabel={fields.length === 0 ? "Add a figure" : "Add another figure"}
      onAdd={fields.length < FIGURES_MAX ? () => append({ name: "", value: Number.NaN }) : undefined}
    >
      {fields.map((line, index) => (
        <FigureLine key={line.id} index={index} onRemove={() => remove(index)} />
      ))}
    </LineFrame>
  );
}

function FigureLine({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { register } = useFormContext<Figures>();
  const [namePath, valuePath] = [`figures.${index}.name`, `figures.${index}.value`] as const;
  const [nameError, valueError] = [useFieldError(namePath), useFieldError(valuePath)];
  const [nameId, valueId] = [useFieldId(namePath), useFieldId(valuePath)];
  return (
    <div className="grid gap-1">
      <Line removeLabel={`Remove figure ${index + 1}`} onRemove={onRemove}>
        <Input
          {...register(namePath)}
          id={nameId}
          aria-label={`What figure ${index + 1} counts`}
          aria-invalid={nameError !== null || undefined}
          placeholder="Samples handed out"
          autoComplete="off"
        />
        <Input
          {...register(valuePath, { valueAsNumber: true })}
          id={valueId}
          aria-label={`Value of figure ${index + 1}`}
          aria-invalid={valueError !== null || undefined}
          type="number"
          inputMode="decimal"
          step="any"
          className="text-right tabular-nums"
        />
      </Line>
      <FieldError id={`${nameError === null ? valueId : nameId}-error`} message={nameError ?? valueError} />
    </div>
  );
}
