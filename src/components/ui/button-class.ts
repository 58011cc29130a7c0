import { cn } from "./cn";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** `action` is the main action of a phone or portal screen; `small` sits inside a table row. */
export type ButtonSize = "control" | "action" | "small";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-hover",
  secondary: "border border-border-control bg-surface text-text hover:bg-sunken active:bg-sunken",
  quiet: "text-muted hover:bg-sunken hover:text-text active:bg-sunken",
  danger: "bg-danger text-on-danger hover:opacity-90 active:opacity-90",
};

const sizes: Record<ButtonSize, string> = {
  control: "min-h-control px-3 text-cell",
  action: "min-h-action px-5 text-body",
  small: "min-h-target px-2 text-meta",
};

/** The look of a button, for elements that are none (links). */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "control"): string {
  return cn(
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap",
    "select-none transition-colors duration-120 aria-disabled:cursor-default aria-disabled:opacity-60",
    "disabled:opacity-50",
    variants[variant],
    sizes[size],
  );
}
