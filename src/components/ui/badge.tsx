import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneClass } from "./tone";

export interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}

/** Icon and word on a tone; never color alone. */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex max-w-full items-center gap-1 rounded-badge px-1.5 align-middle py-0.5 text-meta font-medium whitespace-nowrap",
        "[&_.lucide]:size-3.5",
        toneClass[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A number that waits for somebody, beside a nav entry or a bell. Nothing at zero. */
export function Count({ value, label }: { value: number; label: string }) {
  if (value <= 0) return null;
  return (
    <span className="inline-flex min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-meta font-semibold text-on-accent tabular-nums">
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className="sr-only">{`${value} ${label}`}</span>
    </span>
  );
}
