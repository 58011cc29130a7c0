import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

export interface LineFrameProps {
  /** Path of the list in the form. */
  path: string;
  label: string;
  addLabel: string;
  /** Absent when no further line is possible. */
  onAdd?: (() => void) | undefined;
  children: ReactNode;
}

/** A short list inside a form: its lines, its own problem, a button for one more. */
export function LineFrame({ path, label, addLabel, onAdd, children }: LineFrameProps) {
  const id = useFieldId(path);
  const error = useFieldError(path);
  return (
    <fieldset id={id} tabIndex={-1} className="grid min-w-0 gap-2">
      <legend className="mb-1 text-cell font-medium">{label}</legend>
      {children}
      <FieldError id={`${id}-error`} message={error} />
      {onAdd ? (
        <div>
          <Button variant="quiet" icon={<Plus />} onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** One line with its two controls and a way to take it out. */
export function Line(props: { children: ReactNode; removeLabel: string; onRemove: () => void }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_4.5rem_auto] items-end gap-2">
      {props.children}
      <IconButton label={props.removeLabel} icon={<X />} onClick={props.onRemove} />
    </div>
  );
}
