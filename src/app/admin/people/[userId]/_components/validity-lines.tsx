"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { DateField } from "@/components/form/date-time-fields";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { SelectField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ProfileValues } from "./profile-values";

interface ValidityLinesProps {
  list: "skills" | "papers";
  /** What names a line of it. */
  field: "role" | "kind";
  legend: string;
  options: readonly string[];
  addLabel: string;
}

/** What somebody has, each with the days between which it holds. */
export function ValidityLines({ list, field, legend, options, addLabel }: ValidityLinesProps) {
  const { control, getValues } = useFormContext<ProfileValues>();
  const { fields, append, remove } = useFieldArray({ control, name: list });
  const id = useFieldId(list);
  const error = useFieldError(list);
  const known = [...new Set([...options, ...namesIn(getValues(), list)])];
  const add = () =>
    append(
      list === "skills"
        ? { role: "", validFrom: "", validUntil: "" }
        : { kind: "", validFrom: "", validUntil: "" },
    );
  return (
    <fieldset id={id} tabIndex={-1} className="grid min-w-0 gap-2">
      <legend className="mb-1 text-cell font-medium">{legend}</legend>
      <ol className="grid gap-2">
        {fields.map((line, index) => (
          <li
            key={line.id}
            className="grid items-end gap-2 rounded-card border border-border p-3 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]"
          >
            <SelectField
              name={`${list}.${index}.${field}`}
              label={legend === "Roles" ? "Role" : "Paper"}
              placeholder="Choose"
              options={known.map((name) => ({ value: name, label: name }))}
            />
            <DateField name={`${list}.${index}.validFrom`} label="From" isOptional />
            <DateField name={`${list}.${index}.validUntil`} label="Until" isOptional />
            <IconButton
              label={`Remove line ${index + 1} of ${legend}`}
              icon={<X />}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <FieldError id={`${id}-error`} message={error} />
      <div>
        <Button variant="quiet" icon={<Plus />} onClick={add}>
          {addLabel}
        </Button>
      </div>
    </fieldset>
  );
}

/** A role of the agency's own is no choice of the list, and stays one of the line that has it. */
function namesIn(values: ProfileValues, list: ValidityLinesProps["list"]): readonly string[] {
  const names =
    list === "skills" ? values.skills.map(({ role }) => role) : values.papers.map(({ kind }) => kind);
  return names.filter((name) => name !== "");
}
