import type { Route } from "next";
import { cn } from "@/components/ui/cn";
import { PageLink } from "@/components/ui/page-link";
import { toneClass } from "@/components/ui/tone";
import { readinessLooks } from "@/components/status-looks/readiness";
import { cellText, cellTitle, dueText, type ReadinessCell, type ReadinessRow } from "./cell-words";

export interface CellLinkProps {
  row: ReadinessRow;
  cell: ReadinessCell;
  href: Route;
  onOpen: () => void;
  isOpen: boolean;
  now: string;
}

/** One cell of the matrix: opens what fixes it beside the list. */
export function CellLink({ row, cell, href, onOpen, isOpen, now }: CellLinkProps) {
  const { tone, icon: Icon } = readinessLooks[cell.state];
  const due = dueText(cell, row.timeZone, now);
  return (
    <PageLink
      href={href}
      scroll={false}
      title={cell.text}
      aria-label={due === null ? cellTitle(row, cell) : `${cellTitle(row, cell)} ${due}.`}
      aria-current={isOpen || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
      className={cn(
        "flex min-h-target w-full items-center gap-1 rounded-badge px-1.5 text-meta font-medium tabular-nums -outline-offset-1 hover:underline max-sm:w-auto [&_.lucide]:size-3.5",
        toneClass[tone],
        isOpen && "ring-2 ring-accent",
      )}
    >
      <Icon />
      <span className="truncate">
        {cellText(cell)}
        {due === null ? null : <span className="font-normal">{`, ${due}`}</span>}
      </span>
    </PageLink>
  );
}
