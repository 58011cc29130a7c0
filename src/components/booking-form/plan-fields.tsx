"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { KitLines } from "./kit-lines";
import { LengthField } from "./length-field";
import { activitiesMax } from "./limits";
import { emptyActivity, type RequestValues } from "./request-values";
import { RoleLines } from "./role-lines";

/** What is to happen: activities with their length, people and kits. */
export function PlanFields({ remark }: { remark?: ReactNode }) {
  const { control } = useFormContext<RequestValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "plan.activities" });
  return (
    <div className="grid gap-4">
      {remark}
      {fields.map((activity, index) => (
        <fieldset key={activity.id} className="grid min-w-0 gap-4 rounded-card border border-border p-4 pt-3">
          <legend className="sr-only">{`Activity ${index + 1}`}</legend>
          <div className="flex items-center justify-between gap-3">
            <h3 className="text-body font-medium">{`Activity ${index + 1}`}</h3>
            {fields.length > 1 ? (
              <Button
                variant="quiet"
                size="small"
                aria-label={`Remove activity ${index + 1}`}
                onClick={() => remove(index)}
              >
                Remove
              </Button>
            ) : null}
          </div>
          <TextField
            name={`plan.activities.${index}.type`}
            label="What is it"
            hint="Such as sampling, product demo, photo booth"
          />
          <TextareaField
            name={`plan.activities.${index}.description`}
            label="Description"
            hint="No personal or health details."
            isOptional
          />
          <LengthField name={`plan.activities.${index}.length`} label="Length" />
          <RoleLines path={`plan.activities.${index}.roles`} />
          <KitLines path={`plan.activities.${index}.kits`} />
        </fieldset>
      ))}
      {fields.length < activitiesMax ? (
        <div>
          <Button icon={<Plus />} onClick={() => append(emptyActivity())}>
            Add another activity
          </Button>
        </div>
      ) : null}
    </div>
  );
}
