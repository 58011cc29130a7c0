"use client";

import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import type { MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { type LogColumn, secondaryClass } from "./log-columns";
import type { LogTableProps } from "./log-table";
import type { ListedLine } from "./merge-lines";

export interface RowActs {
  readonly hrefOf: (id: string) => Route;
  readonly onOpen: (index: number) => void;
  /** Marks a row, or in the matrix a cell. */
  readonly onSelect: (index: number, handler: string | null) => void;
  readonly isMatrix: boolean;
}

export interface LogRowProps extends LogTableProps {
  readonly line: ListedLine;
  /** Its place among the lines. */
  readonly lineIndex: number;
  /** Its place in the list, where days have headings. */
  readonly index: number;
  /** Tells how tall the row has become. */
  readonly measure: (element: Element | null) => void;
}

/** One entry as a row of the table; on a phone as a card. */
export function LogRow(props: LogRowProps) {
  const { line, lineIndex, index, columns, openId, cursor, selected, isMatrix, onOpen, onSelect, measure } =
    props;
  const isAtCursor = cursor.row === lineIndex;
  const press = (event: MouseEvent) => {
    if (isOwnTarget(event)) return;
    if (event.metaKey || event.ctrlKey) window.open(props.hrefOf(line.id), "_blank", "noopener");
    else if (event.shiftKey && !isMatrix) onSelect(lineIndex, null);
    else onOpen(lineIndex);
  };
  return (
    // The link in the first cell is the accessible way in; the row only enlarges it for a pointer.
    <tr
      ref={measure}
      data-index={index}
      data-cursor={isAtCursor || undefined}
      aria-rowindex={lineIndex + 2}
      aria-selected={selected.has(line.id)}
      onClick={press}
      className={cn(
        "cursor-pointer scroll-mt-18 transition-colors duration-120",
        "max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:border-b max-sm:border-border max-sm:px-4 max-sm:py-3 max-sm:before:order-3 max-sm:before:basis-full",
        openId === line.id || selected.has(line.id) ? "bg-selected" : "hover:bg-canvas",
        isAtCursor && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      {columns.map((column, place) => (
        <LogCell key={column.id} column={column} isFirst={place === 0} isAtCursor={isAtCursor} row={props} />
      ))}
    </tr>
  );
}

interface LogCellProps {
  readonly column: LogColumn;
  readonly isFirst: boolean;
  readonly isAtCursor: boolean;
  readonly row: LogRowProps;
}

function LogCell({ column, isFirst, isAtCursor, row }: LogCellProps) {
  const { line, lineIndex, cursor, selected, isMatrix, onSelect, hrefOf, onOpen } = row;
  const { handler } = column;
  const isCell = isMatrix && handler !== undefined;
  return (
    <td
      className={cn(
        "border-b border-border px-3 py-1 align-middle max-sm:border-0 max-sm:p-0 sm:h-row sm:truncate",
        handler !== undefined && "max-sm:flex max-sm:items-center sm:px-2",
        cardClass[column.card],
        column.isSecondary === true && secondaryClass,
        isCell && selected.has(`${line.id} ${handler}`) && "bg-selected",
        isCell &&
          isAtCursor &&
          cursor.handler === handler &&
          "outline-2 outline-accent max-sm:rounded-badge max-sm:outline-offset-2 sm:-outline-offset-4",
      )}
    >
      {handler === undefined ? null : (
        <span aria-hidden="true" className="mr-1 text-meta text-subtle sm:hidden">
          {column.head}
        </span>
      )}
      {isFirst ? (
        <PageLink
          href={hrefOf(line.id)}
          scroll={false}
          prefetch={false}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(lineIndex);
          }}
          className="hover:underline"
        >
          {column.cell(line)}
        </PageLink>
      ) : isCell && line.handlers.some((cell) => cell.handler === handler) ? (
        <button
          type="button"
          aria-pressed={selected.has(`${line.id} ${handler}`)}
          onClick={() => onSelect(lineIndex, handler)}
          className="rounded-badge hover:brightness-95"
        >
          {column.cell(line)}
        </button>
      ) : (
        column.cell(line)
      )}
    </td>
  );
}

const cardClass = {
  title: "max-sm:order-1 max-sm:min-w-0 max-sm:basis-full max-sm:font-medium",
  status: "max-sm:order-5",
  detail: "text-muted max-sm:order-4 max-sm:text-meta",
} as const;

/** A press on a control inside the row, or one that selects text, is not meant for the row. */
function isOwnTarget(event: MouseEvent): boolean {
  const hitsControl = event.target instanceof Element && event.target.closest("a,button,input,label");
  return Boolean(hitsControl) || (window.getSelection()?.toString() ?? "") !== "";
}
