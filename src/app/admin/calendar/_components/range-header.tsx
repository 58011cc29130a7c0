import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

export interface RangeHeaderProps {
  title: string;
  previous: Route;
  next: Route;
  /** Beside the title: the way back to today. */
  aside?: ReactNode;
}

/** Which days are shown, and the way to those before and after. */
export function RangeHeader({ title, previous, next, aside }: RangeHeaderProps) {
  return (
    <header className="flex flex-wrap items-center gap-2 pb-3">
      <h2 className="mr-auto text-title tabular-nums">{title}</h2>
      {aside}
      <ButtonLink href={previous} icon={<ChevronLeft />}>
        Previous
      </ButtonLink>
      <ButtonLink href={next}>
        Next
        <ChevronRight />
      </ButtonLink>
    </header>
  );
}
