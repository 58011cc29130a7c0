import { useId } from "react";
import { Input } from "@/components/ui/input";

export interface DoorFieldProps {
  label: string;
  hint?: string;
  name: string;
  type: "email" | "password" | "text";
  /** What password managers go by. */
  autoComplete: "username" | "current-password" | "new-password";
}

/** One labeled field; pasting and filling in are never in the way (U-63). */
export function DoorField({ label, hint, ...input }: DoorFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-cell font-medium">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      <Input
        {...input}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
    </div>
  );
}
