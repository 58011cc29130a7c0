"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { useFieldId } from "./form-id";

/** What a control takes over to be tied to its label, hint and error. */
export interface FieldControl {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  "aria-required": boolean | undefined;
}

export interface FieldProps {
  /** Path in the form. */
  name: string;
  label: string;
  /** Said before somebody types: what it is for, which form it takes. */
  hint?: ReactNode;
  /** Fields are required unless marked; the mark is the word, not a star. */
  isOptional?: boolean;
  /** What somebody else asked to change here, with a way to accept it (U-26). Shown between hint and control. */
  remark?: ReactNode;
  children: (control: FieldControl) => ReactNode;
}

/** Label, hint, control, error: for one control of a form. */
export function Field({ name, label, hint, isOptional = false, remark, children }: FieldProps) {
  const id = useFieldId(name);
  const error = useFieldError(name);
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-cell font-medium">
        {label}
        {isOptional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {remark}
      {children({
        id,
        name,
        "aria-describedby": describedBy(id, { hint: hint !== undefined, error: error !== null }),
        "aria-invalid": error !== null || undefined,
        "aria-required": !isOptional || undefined,
      })}
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}

/** The ids of what a control of this id has beside it: its hint, its error. */
export function describedBy(id: string, has: { hint: boolean; error: boolean }): string | undefined {
  const ids = [...(has.hint ? [`${id}-hint`] : []), ...(has.error ? [`${id}-error`] : [])];
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** The message of one field, or null. */
export function useFieldError(name: string): string | null {
  const { control, getFieldState } = useFormContext();
  const state = useFormState({ control, name });
  const { error } = getFieldState(name, state);
  return error?.message ?? error?.root?.message ?? null;
}

export function FieldError({ id, message }: { id: string; message: string | null }) {
  if (message === null) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-cell text-on-problem">
      <CircleAlert className="mt-0.5" />
      {message}
    </p>
  );
}
