import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

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

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** While true a press does nothing and the label stays; never used to signal wrong input (U-22). */
  isPending?: boolean;
}

/** A button with a verb on it. `type` is "button" unless told. */
export function Button({ variant, size, icon, isPending = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
      className={cn(buttonClass(variant, size), rest.className)}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

export interface ButtonLinkProps {
  href: Route;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, variant, size, icon, children, className }: ButtonLinkProps) {
  return (
    <Link href={href} className={cn(buttonClass(variant, size), className)}>
      {icon}
      {children}
    </Link>
  );
}
