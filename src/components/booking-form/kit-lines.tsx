"use client";

import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { LineCount, LineErrors, LineSelect } from "./line-field";
import { Line, LineFrame } from "./line-frame";
import type { RequestValues } from "./request-values";
import { useVenueChoices } from "./venue-choices";

type KitsPath = `plan.activities.${number}.kits`;

/** Which kits, and how many of each. A kit stands in one line only. */
export function KitLines({ path }: { path: KitsPath }) {
  const { control } = useFormContext<RequestValues>();
  const { fields, append, remove } = useFieldArray({ control, name: path });
  const taken = useWatch({ control, name: path }).map((line) => line.kitTemplateId);
  const templates = useVenueChoices("", []).data?.kitTemplates ?? [];
  const free = templates.filter((template) => !taken.includes(template.id));
  return (
    <LineFrame
      path={path}
      label="Kits"
      addLabel={fields.length === 0 ? "Add a kit" : "Add another kit"}
      onAdd={free.length > 0 ? () => append({ kitTemplateId: "", quantity: 1 }) : undefined}
    >
      {fields.map((line, index) => (
        <div key={line.id} className="grid gap-1">
          <Line removeLabel={`Remove kit ${index + 1}`} onRemove={() => remove(index)}>
            <LineSelect
              // The options come later than the value: without them the browser would pick the first.
              key={templates.length}
              name={`${path}.${index}.kitTemplateId`}
              label={`Kit ${index + 1}`}
              placeholder="Choose a kit"
              options={templates
                .filter((template) => template.id === taken[index] || free.includes(template))
                .map((template) => ({ value: template.id, label: template.name }))}
            />
            <LineCount name={`${path}.${index}.quantity`} label={`Quantity of kit ${index + 1}`} max={100} />
          </Line>
          <LineErrors names={[`${path}.${index}.kitTemplateId`, `${path}.${index}.quantity`]} />
        </div>
      ))}
    </LineFrame>
  );
}
