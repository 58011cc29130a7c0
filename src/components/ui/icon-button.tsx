import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** The accessible name, shown as a tip on hover and focus. */
  label: string;
  icon: ReactNode;
  /** Where the tip is anchored; "start" for buttons near the left edge. */
  tipSide?: "start" | "end";
}

/** Only for close, more, copy, search and back; everything else has a word (ux.md "Icons"). */
export function IconButton({ label, icon, tipSide = "end", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={label}
      data-tip-side={tipSide}
      className={cn(
        "inline-flex size-control shrink-0 items-center justify-center rounded-control text-muted",
        "transition-colors duration-120 hover:bg-sunken hover:text-text",
        className,
      )}
    >
      {icon}
    </button>
  );
}
