import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { type LogColumn, secondaryClass } from "./log-columns";
import type { LogView } from "./log-view";

export interface LogColumnHeadProps {
  readonly column: LogColumn;
  readonly order: LogView["order"];
  readonly onOrder: (order: LogView["order"]) => void;
}

/** A column's name; that of the time turns the order around. */
export function LogColumnHead({ column, order, onOrder }: LogColumnHeadProps) {
  const isTime = column.id === "time";
  return (
    <th
      scope="col"
      title={column.label}
      {...(isTime && { "aria-sort": order === "newest" ? "descending" : "ascending" })}
      className={cn(
        headClass,
        column.width,
        column.handler !== undefined && "px-3.5",
        column.isSecondary === true && secondaryClass,
      )}
    >
      {isTime ? (
        <TimeHead head={column.head} order={order} onOrder={onOrder} />
      ) : column.label === undefined ? (
        column.head
      ) : (
        <>
          <span aria-hidden="true">{column.head}</span>
          <span className="sr-only">{column.label}</span>
        </>
      )}
    </th>
  );
}

function TimeHead({ head, order, onOrder }: Omit<LogColumnHeadProps, "column"> & { readonly head: string }) {
  const isNewest = order === "newest";
  return (
    <button
      type="button"
      title={isNewest ? "Show the oldest first" : "Show the newest first"}
      onClick={() => onOrder(isNewest ? "oldest" : "newest")}
      className="inline-flex min-h-6 items-center gap-1 rounded-control hover:text-text [&_.lucide]:size-3"
    >
      {head}
      {isNewest ? <ArrowDown /> : <ArrowUp />}
    </button>
  );
}

const headClass =
  "sticky top-(--sticky-top,0px) z-bar h-8 border-b border-border bg-sunken px-3 text-left text-meta font-medium text-muted first:rounded-tl-card last:rounded-tr-card";
