"use client";

import type { Route } from "next";
import { PageLink } from "./page-link";
import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { Checkbox } from "./checkbox";
import { cn } from "./cn";
import { ColumnHead, type ColumnSort } from "./column-head";

export interface Column<Row> {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and money are right-aligned in tabular figures. */
  align?: "start" | "end";
  /** A class for the width, such as "w-28"; the column without one takes the rest. */
  width?: string;
  /** Present when the server can sort by it. */
  sort?: ColumnSort;
  /** Left out where the table is narrow, such as beside an open record. */
  isSecondary?: boolean;
  /** Something in the cell unfolds over its edge, such as a tip: its content is not cut off. */
  isOpenEnded?: boolean;
  /** On a phone: `title` heads the card, `status` sits beside it, `hidden` is left out. Others follow below. */
  card?: "title" | "status" | "detail" | "hidden";
}

export interface Selection {
  selected: ReadonlySet<string>;
  onToggle: (id: string, withShift: boolean) => void;
  onToggleAll: (isSelected: boolean) => void;
}

export interface DataTableProps<Row> {
  /** Says what the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The record a row opens; the first column carries the link, a press anywhere on the row follows it. */
  rowHref?: (row: Row) => Route;
  /** Called instead of following the link, for records that open beside the list without a page load. */
  onOpen?: (row: Row) => void;
  /** The row whose record is open beside the list. */
  openId?: string | null;
  /** The row under the keyboard cursor. */
  cursorId?: string | null;
  selection?: Selection;
  /** Names a row for its checkbox. */
  rowName?: (row: Row) => string;
}

/** A dense table on the desk that becomes cards below 640 px (U-9, U-10, U-14). It neither sorts nor filters. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, selection } = props;
  const isAllSelected = rows.length > 0 && rows.every((row) => selection?.selected.has(rowId(row)));
  const isSomeSelected = rows.some((row) => selection?.selected.has(rowId(row)));
  return (
    <div className="@container">
      <table
        aria-label={label}
        className="w-full table-fixed border-separate border-spacing-0 text-cell max-sm:block"
      >
        <thead className="max-sm:hidden">
          <tr>
            {selection ? (
              <th className={cn(headClass, "w-9 pr-0")}>
                <Checkbox
                  aria-label="Select all on this page"
                  checked={isAllSelected}
                  isMixed={isSomeSelected && !isAllSelected}
                  onChange={(event) => selection.onToggleAll(event.target.checked)}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <ColumnHead
                key={column.id}
                head={column.head}
                sort={column.sort}
                className={cn(
                  headClass,
                  column.width,
                  column.align === "end" && "text-right",
                  column.isSecondary === true && secondaryClass,
                )}
              />
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <TableRow key={rowId(row)} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headClass =
  "sticky top-(--sticky-top,0px) z-bar h-8 border-b border-border bg-sunken px-3 text-left text-meta font-medium text-muted";

const secondaryClass = "sm:@max-4xl:hidden";

const cellClass = "border-b border-border px-3 py-1 align-middle sm:h-row";

const cutClass = "sm:truncate";

function TableRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { columns, rowId, rowHref, onOpen, selection, openId, cursorId, rowName } = table;
  const router = useRouter();
  const id = rowId(row);
  const href = rowHref?.(row);
  const isSelected = selection?.selected.has(id) ?? false;
  const open = (event: MouseEvent) => {
    if (href === undefined || isOwnTarget(event)) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank", "noopener");
    else if (onOpen) onOpen(row);
    else router.push(href, { scroll: false });
  };
  return (
    // The link in the first cell is the accessible way in; the row only enlarges it for a pointer.
    <tr
      onClick={open}
      data-cursor={cursorId === id || undefined}
      aria-selected={selection ? isSelected : undefined}
      className={cn(
        "transition-colors duration-120 max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:before:order-3 max-sm:before:basis-full max-sm:border-b max-sm:border-border max-sm:px-4 max-sm:py-3",
        href !== undefined && "cursor-pointer",
        isSelected || openId === id ? "bg-selected" : "hover:bg-canvas",
        cursorId === id && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      {selection ? (
        <td className={cn(cellClass, cutClass, "pr-0 max-sm:order-first", cardCell)}>
          <Checkbox
            aria-label={`Select ${rowName?.(row) ?? id}`}
            checked={isSelected}
            onChange={() => undefined}
            onClick={(event) => selection.onToggle(id, event.shiftKey)}
          />
        </td>
      ) : null}
      {columns.map((column, index) => (
        <td
          key={column.id}
          className={cn(
            cellClass,
            column.isOpenEnded !== true && cutClass,
            cardCell,
            cardClass[column.card ?? "detail"],
            column.isSecondary === true && secondaryClass,
            column.align === "end" && "text-right tabular-nums max-sm:text-left",
          )}
        >
          {index === 0 && href !== undefined ? (
            <PageLink
              href={href}
              scroll={false}
              onClick={(event) => {
                if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(row);
              }}
              className="font-medium text-text hover:underline"
            >
              {column.cell(row)}
            </PageLink>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

const cardCell = "max-sm:border-0 max-sm:p-0";

const cardClass = {
  title: "max-sm:order-1 max-sm:min-w-0 max-sm:flex-1 max-sm:font-medium",
  status: "max-sm:order-2 max-sm:ml-auto",
  detail: "text-muted max-sm:order-4 max-sm:text-meta",
  hidden: "text-muted max-sm:hidden",
} as const;

/** A press on a control inside the row, or a press that selects text, is not meant for the row. */
function isOwnTarget(event: MouseEvent): boolean {
  const hitsControl = event.target instanceof Element && event.target.closest("a,button,input,label,select");
  return Boolean(hitsControl) || (window.getSelection()?.toString() ?? "") !== "";
}
