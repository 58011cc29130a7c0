import type { ReactNode } from "react";
import { cn } from "./cn";

export interface CardProps {
  title?: ReactNode;
  /** Beside the title: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
  /** Without inner padding, for tables and lists that reach the border. */
  isFlush?: boolean;
  className?: string;
}

/** A bordered panel with an optional title row. */
export function Card({ title, aside, children, isFlush = false, className }: CardProps) {
  return (
    <section className={cn("min-w-0 rounded-card border border-border bg-surface", className)}>
      {title === undefined ? null : (
        <header
          className={cn(
            "flex min-h-11 items-center justify-between gap-3 px-4 py-1.5",
            isFlush && "border-b border-border",
          )}
        >
          <h2 className="min-w-0 text-title">{title}</h2>
          {aside}
        </header>
      )}
      <div
        className={
          isFlush ? "overflow-hidden rounded-b-card" : cn("px-4 pb-4", title === undefined && "pt-4")
        }
      >
        {children}
      </div>
    </section>
  );
}
