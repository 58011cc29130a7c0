"use client";

import { useWatch } from "react-hook-form";
import type { KitAtEvent } from "@/components/kits/kit-record";
import { NumberField, SelectField, TextField } from "@/components/form/text-field";

const DAMAGE = [
  { value: "none", label: "No damage" },
  { value: "minor", label: "Minor: works all the same" },
  { value: "moderate", label: "Moderate: needs repair" },
  { value: "severe", label: "Severe: not to be used" },
] as const;

/** One part: how many came back this time, and what is damaged about it. */
export function ReturnLine({ line, index }: { line: KitAtEvent["lines"][number]; index: number }) {
  const damage: unknown = useWatch({ name: `lines.${index}.damage` });
  return (
    <fieldset className="grid min-w-0 gap-2 border-t border-border pt-3">
      <legend className="sr-only">{line.name}</legend>
      <NumberField
        name={`lines.${index}.quantity`}
        label={line.name}
        hint={wentOut(line)}
        min={0}
        unit="came back"
      />
      <SelectField name={`lines.${index}.damage`} label={`Damage to ${line.name}`} options={DAMAGE} />
      {damage === "none" ? null : <TextField name={`lines.${index}.words`} label="What is damaged" />}
    </fieldset>
  );
}

function wentOut({ packed, returned, usage }: KitAtEvent["lines"][number]): string {
  const out = `${packed?.quantity ?? 0} went out`;
  const back = returned > 0 ? `, ${returned} came back before` : "";
  return `${out}${back}${usage === "consumable" ? ", to be used up" : ""}`;
}
