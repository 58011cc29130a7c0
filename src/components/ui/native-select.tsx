import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";

export interface Option {
  value: string;
  label: string;
}

export interface NativeSelectProps extends ComponentProps<"select"> {
  options: readonly Option[];
  /** The empty first entry; leave out where a choice is always made. */
  placeholder?: string | undefined;
}

/** The platform's own select: the best picker on a phone, and enough for most desk forms. */
export function NativeSelect({ options, placeholder, className, ...rest }: NativeSelectProps) {
  return (
    <span className={cn("relative block", className)}>
      <select {...rest} className={cn(controlClass, "appearance-none pr-8 [&>option]:bg-surface")}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted" />
    </span>
  );
}
