import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "ref"> {
  /** Visible words; without them give an `aria-label`. */
  label?: ReactNode;
  /** Some, not all, of what this box stands for. */
  isMixed?: boolean;
}

/** A native checkbox. The label is part of the target. */
export function Checkbox({ label, isMixed = false, className, ...rest }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <label className={cn("inline-flex min-h-target items-center gap-2 text-cell", className)}>
      <input
        {...rest}
        ref={box}
        type="checkbox"
        className="size-4 shrink-0 rounded-badge accent-accent in-data-[density=field]:size-6"
      />
      {label === undefined ? null : <span>{label}</span>}
    </label>
  );
}
