"use client";

import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { staffRoles } from "@/values/staff-roles";
import { LineCount, LineErrors, LineSelect } from "./line-field";
import { Line, LineFrame } from "./line-frame";
import type { RequestValues } from "./request-values";

type RolesPath = `plan.activities.${number}.roles`;

/** Which people, and how many of each. A role stands in one line only. */
export function RoleLines({ path }: { path: RolesPath }) {
  const { control } = useFormContext<RequestValues>();
  const { fields, append, remove } = useFieldArray({ control, name: path });
  const taken = useWatch({ control, name: path }).map((line) => line.role);
  const free = staffRoles.filter((role) => !taken.includes(role));
  const [next] = free;
  return (
    <LineFrame
      path={path}
      label="People"
      addLabel="Add a role"
      onAdd={next && (() => append({ role: next, headcount: 1 }))}
    >
      {fields.map((line, index) => (
        <div key={line.id} className="grid gap-1">
          <Line removeLabel={`Remove role ${index + 1}`} onRemove={() => remove(index)}>
            <LineSelect
              name={`${path}.${index}.role`}
              label={`Role ${index + 1}`}
              options={staffRoles
                .filter((role) => role === taken[index] || free.includes(role))
                .map((role) => ({ value: role, label: role }))}
            />
            <LineCount name={`${path}.${index}.headcount`} label={`People in role ${index + 1}`} max={200} />
          </Line>
          <LineErrors names={[`${path}.${index}.role`, `${path}.${index}.headcount`]} />
        </div>
      ))}
    </LineFrame>
  );
}
