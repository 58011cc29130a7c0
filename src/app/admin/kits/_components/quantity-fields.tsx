"use client";

import { useFormContext } from "react-hook-form";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { Input } from "@/components/ui/input";
import type { MoveValues } from "./move-values";
import { quantityWords } from "./move-words";

export interface PartToCount {
  readonly componentId: string;
  readonly name: string;
  /** Where how many are: "4 of 6 here, 2 in the spares". */
  readonly where: string;
}

/** One number for each part, with where how many are. */
export function QuantityFields({ parts, kind }: { parts: readonly PartToCount[]; kind: MoveValues["kind"] }) {
  const id = useFieldId("parts");
  const error = useFieldError("parts");
  return (
    <fieldset id={id} tabIndex={-1} className="grid min-w-0 gap-2">
      <legend className="mb-1 text-cell font-medium">Parts</legend>
      <p className="text-meta text-muted">{quantityWords(kind)}</p>
      <ul className="grid gap-2">
        {parts.map((part, index) => (
          <QuantityField key={part.componentId} part={part} name={`parts.${index}.quantity`} />
        ))}
      </ul>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}

function QuantityField({ part, name }: { part: PartToCount; name: `parts.${number}.quantity` }) {
  const { register } = useFormContext<MoveValues>();
  const id = useFieldId(name);
  const error = useFieldError(name);
  return (
    <li className="grid gap-1">
      <div className="flex items-center justify-between gap-3 text-cell">
        <label htmlFor={id} className="min-w-0 wrap-anywhere">
          {part.name}
          <span className="block text-meta text-muted">{part.where}</span>
        </label>
        <Input
          id={id}
          {...register(name)}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : `${id}-error`}
          className="w-24! shrink-0 text-right tabular-nums"
        />
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </li>
  );
}
