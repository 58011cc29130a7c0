import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export interface FigureProps {
  label: string;
  value: ReactNode;
  /** What the number means or how old it is. */
  hint?: ReactNode;
  /** Opens the entries behind the number. */
  href?: Route;
}

/** One number with its words. */
export function Figure({ label, value, hint, href }: FigureProps) {
  const body = (
    <>
      <p className="text-meta text-muted">{label}</p>
      <p className="text-figure tabular-nums">{value}</p>
      {hint === undefined ? null : <p className="text-meta text-subtle">{hint}</p>}
    </>
  );
  const className = "block rounded-card border border-border bg-surface px-4 py-3";
  if (href === undefined) return <div className={className}>{body}</div>;
  return (
    <Link href={href} className={`${className} transition-colors duration-120 hover:border-border-control`}>
      {body}
    </Link>
  );
}
