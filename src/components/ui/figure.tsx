import type { Route } from "next";
import { PageLink } from "./page-link";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface FigureProps {
  label: string;
  value: ReactNode;
  /** What the number means or how old it is. */
  hint?: ReactNode;
  /** Opens the entries behind the number. */
  href?: Route;
}

/** One number with its words. The whole card opens what is behind it; a control in the hint stays one of its own. */
export function Figure({ label, value, hint, href }: FigureProps) {
  return (
    <div
      className={cn(
        "relative rounded-card border border-border bg-surface px-4 py-3",
        href !== undefined &&
          "transition-colors duration-120 hover:border-border-control has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-accent",
      )}
    >
      {href === undefined ? (
        <Amount label={label} value={value} />
      ) : (
        <PageLink href={href} className="block outline-none after:absolute after:inset-0 after:rounded-card">
          <Amount label={label} value={value} />
        </PageLink>
      )}
      {hint === undefined ? null : <p className="text-meta text-subtle">{hint}</p>}
    </div>
  );
}

function Amount({ label, value }: Pick<FigureProps, "label" | "value">) {
  return (
    <>
      <span className="block text-meta text-muted">{label}</span>
      <span className="block text-figure tabular-nums">{value}</span>
    </>
  );
}
