import type { Route } from "next";
import { PageLink } from "./page-link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { cn } from "./cn";
import { Spinner } from "./spinner";

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
    <PageLink href={href} className={cn(buttonClass(variant, size), className)}>
      {icon}
      {children}
    </PageLink>
  );
}
