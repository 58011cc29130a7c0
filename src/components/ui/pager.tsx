import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "./button";

export interface PagerProps {
  /** Number of the first and last row shown, from 1. */
  from: number;
  to: number;
  /** The total in words, which may be approximate: "37", "1 000+", "≈ 12 400". */
  total: string;
  previous: Route | null;
  next: Route | null;
}

/** "1–50 of 1 000+" with the neighboring pages, which live in the address. */
export function Pager({ from, to, total, previous, next }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 text-cell text-muted">
      <p className="tabular-nums">{`${from}–${to} of ${total}`}</p>
      <div className="flex gap-2">
        {previous === null ? null : (
          <ButtonLink href={previous} icon={<ChevronLeft />}>
            Previous
          </ButtonLink>
        )}
        {next === null ? null : (
          <ButtonLink href={next}>
            Next
            <ChevronRight />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
