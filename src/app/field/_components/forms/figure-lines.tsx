"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { noFigure, type FigureLine } from "@/app/field/_components/figures";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** What was counted: a name and a number per line, in the form's `figures`. */
export function FigureLines({ hint }: { hint: string }) {
  const { control } = useFormContext<{ figures: FigureLine[] }>();
  const { fields, append, remove } = useFieldArray({ control, name: "figures" });
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="text-cell font-medium">
        Figures <span className="font-normal text-muted">(optional)</span>
      </legend>
      <p className="text-meta text-muted">{hint}</p>
      {fields.map((field, index) => (
        <Line key={field.id} index={index} onRemove={() => remove(index)} />
      ))}
      <div>
        <Button icon={<Plus />} onClick={() => append({ ...noFigure })}>
          {fields.length === 0 ? "Add a figure" : "Add another figure"}
        </Button>
      </div>
    </fieldset>
  );
}

function Line({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { register } = useFormContext();
  const [name, amount] = [`figures.${index}.name`, `figures.${index}.amount`];
  const ids = { name: useFieldId(name), amount: useFieldId(amount) };
  const wrong = { name: useFieldError(name), amount: useFieldError(amount) };
  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_auto] gap-2">
        <Input
          {...register(name)}
          id={ids.name}
          aria-label={`Figure ${index + 1}, what was counted`}
          aria-invalid={wrong.name !== null || undefined}
          aria-describedby={wrong.name === null ? undefined : `${ids.name}-error`}
          placeholder="Samples"
        />
        <Input
          {...register(amount)}
          id={ids.amount}
          aria-label={`Figure ${index + 1}, how many`}
          aria-invalid={wrong.amount !== null || undefined}
          aria-describedby={wrong.amount === null ? undefined : `${ids.amount}-error`}
          inputMode="decimal"
          placeholder="0"
          className="text-right tabular-nums"
        />
        <IconButton label={`Remove figure ${index + 1}`} icon={<X />} onClick={onRemove} />
      </div>
      <FieldError id={`${ids.name}-error`} message={wrong.name} />
      <FieldError id={`${ids.amount}-error`} message={wrong.amount} />
    </div>
  );
}
