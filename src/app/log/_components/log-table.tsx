"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { DayHeading } from "./day-heading";
import { type ListItem, listItems } from "./list-items";
import { LogColumnHead } from "./log-column-head";
import type { LogColumn } from "./log-columns";
import { LogRow, type RowActs } from "./log-row";
import type { LogView } from "./log-view";
import type { ListedLine } from "./merge-lines";
import { useDaySeals } from "./use-day-seals";

export interface LogTableProps extends RowActs {
  readonly columns: readonly LogColumn[];
  readonly lines: readonly ListedLine[];
  readonly openId: string;
  /** The row under the keyboard's cursor, and in the matrix the column. */
  readonly cursor: { readonly row: number | null; readonly handler: string | null };
  readonly selected: ReadonlySet<string>;
  readonly hasMore: boolean;
  readonly order: LogView["order"];
  readonly onOrder: (order: LogView["order"]) => void;
  /** True while the rows are those of the filter before. */
  readonly isStale: boolean;
  /** Called when the end of what is loaded comes near. */
  readonly onEnd: () => void;
}

const ROW_PX = 36;
/** What a server draws before anybody's window is known. */
const FIRST_PX = 1_000;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 10;

/** A long list of which only the rows in the window are there: at most some sixty, however many are loaded. */
export function LogTable(props: LogTableProps) {
  // The virtualizer changes in place, which the compiler cannot see.
  "use no memo";
  const { columns, lines, cursor, hasMore, onEnd } = props;
  const entries = useMemo(() => listItems(lines), [lines]);
  const seals = useDaySeals(lines);
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setOffset(top + window.scrollY);
  }, [columns]);
  // oxlint-disable-next-line react/incompatible-library -- this component is left out of memoizing, see above.
  const virtualizer = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => keyOf(entries[index]) ?? index,
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: 2 * ROW_PX,
    scrollPaddingEnd: ROW_PX,
    initialRect: { width: 0, height: FIRST_PX },
    // What the server wrote, also where somebody scrolled before the page woke up.
    initialOffset: 0,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const isNearEnd = hasMore && last !== undefined && last.index >= entries.length - AHEAD;
  useEffect(() => {
    if (isNearEnd) onEnd();
  }, [isNearEnd, lines.length, onEnd]);
  const { row } = cursor;
  // Only a move of the cursor scrolls: entries that come above it are no reason to.
  const reveal = useEffectEvent((line: number) => {
    const place = entries.findIndex((entry) => entry.kind === "line" && entry.index === line);
    if (place >= 0) virtualizer.scrollToIndex(place, { align: "auto" });
  });
  useEffect(() => {
    if (row !== null) reveal(row);
  }, [row]);
  return (
    <div
      className={cn("@container rounded-card border border-border bg-surface", props.isStale && "opacity-60")}
    >
      <table
        aria-label="Log entries"
        aria-rowcount={hasMore ? -1 : lines.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-cell max-sm:block"
      >
        <thead className="max-sm:hidden">
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <LogColumnHead key={column.id} column={column} order={props.order} onOrder={props.onOrder} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} className="max-sm:block">
          <Spacer px={first === undefined ? 0 : first.start - offset} />
          {items.map((item) => {
            const entry = entries[item.index];
            if (entry === undefined) return null;
            const place = { index: item.index, measure: virtualizer.measureElement };
            return entry.kind === "day" ? (
              <DayHeading key={item.key} day={entry.day} seal={seals.get(entry.day)} {...place} />
            ) : (
              <LogRow key={item.key} {...props} line={entry.line} lineIndex={entry.index} {...place} />
            );
          })}
          <Spacer px={last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - offset)} />
        </tbody>
      </table>
    </div>
  );
}

function keyOf(entry: ListItem | undefined): string | undefined {
  return entry?.kind === "day" ? entry.day : entry?.line.id;
}

/** Holds the place of the rows that are not there. */
function Spacer({ px }: { readonly px: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true" className="max-sm:block">
      {/* One cell only: columns that are hidden would count in a span and take room. */}
      <td style={{ height: px }} className="p-0 max-sm:block" />
    </tr>
  );
}
