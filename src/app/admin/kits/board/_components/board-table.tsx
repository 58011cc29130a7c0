import { StatusBadge } from "@/components/status-badge";
import { kitUnitLooks } from "@/components/status-looks/kits";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import { barsOf, type BoardUse, type KitBoard } from "./board-bars";
import { UseBar } from "./use-bar";

export interface BoardTableProps {
  board: KitBoard;
  /** Each `YYYY-MM-DD`. */
  days: readonly string[];
  today: string;
  now: string;
}

/** A row per kit, a column per day; above them the needs that no kit is bound to. On a phone the days are left out. */
export function BoardTable({ board, days, today, now }: BoardTableProps) {
  if (board.kits.length === 0 && board.unbound.length === 0) {
    return (
      <EmptyState title="No kits on these days">
        Kits that are added to the directory stand here, with the events that need them.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <div className="overflow-x-auto rounded-card border border-border bg-surface">
        <div role="table" aria-label="Kits by day" className="sm:min-w-5xl">
          <div role="row" className={cn(rowClass, "max-sm:hidden")}>
            <span role="columnheader" className={cn(headClass, "sticky left-0 z-bar")}>
              Kit
            </span>
            <div className={gridClass}>
              {days.map((day) => (
                <span role="columnheader" key={day} className={cn(headClass, "border-l")}>
                  <time
                    dateTime={day}
                    aria-current={day === today ? "date" : undefined}
                    className={day === today ? "font-semibold text-accent" : undefined}
                  >
                    {formatDate(`${day}T12:00:00Z`, "UTC", now)}
                  </time>
                </span>
              ))}
            </div>
          </div>
          {board.unbound.length === 0 ? null : (
            <Row
              uses={board.unbound}
              days={days}
              now={now}
              isUnbound
              head={
                <>
                  <span className="block">No kit bound</span>
                  <span className="block text-meta font-normal text-muted">
                    {counted(board.unbound.length, "need")}
                  </span>
                </>
              }
            />
          )}
          {board.kits.map((kit) => (
            <Row
              key={kit.id}
              uses={kit.uses}
              days={days}
              now={now}
              head={
                <>
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <span className="tabular-nums">{kit.code}</span>
                    {kit.status === "available" ? null : <StatusBadge look={kitUnitLooks[kit.status]} />}
                  </span>
                  <span className="block text-meta font-normal text-muted">
                    {kit.holderName === null
                      ? kit.templateName
                      : `${kit.templateName} · with ${kit.holderName}`}
                  </span>
                </>
              }
            />
          ))}
        </div>
      </div>
      {board.hasMoreKits || board.hasMoreUnbound ? (
        <p className="text-meta text-muted">Not everything is shown. Choose one kind of kit.</p>
      ) : null}
    </div>
  );
}

const rowClass = "grid sm:grid-cols-[13rem_minmax(0,1fr)]";
const gridClass = "grid grid-cols-[repeat(14,minmax(0,1fr))]";
const headClass = "border-b border-border bg-sunken px-2 py-1.5 text-left text-meta font-medium text-muted";

interface RowProps {
  head: React.ReactNode;
  uses: readonly BoardUse[];
  days: readonly string[];
  now: string;
  isUnbound?: boolean;
}

function Row({ head, uses, days, now, isUnbound = false }: RowProps) {
  return (
    <div role="row" className={rowClass}>
      <div
        role="rowheader"
        className={cn(
          "left-0 z-bar px-3 py-2 text-cell font-medium wrap-anywhere sm:sticky sm:border-b sm:border-border",
          isUnbound ? "bg-caution text-on-caution" : "bg-surface",
        )}
      >
        {head}
      </div>
      <div
        role="cell"
        className={cn(
          "gap-y-1 border-b border-border py-1 max-sm:grid max-sm:px-3 max-sm:pb-2",
          "sm:grid sm:auto-rows-min sm:grid-cols-[repeat(14,minmax(0,1fr))] sm:[grid-auto-flow:dense]",
        )}
      >
        {barsOf(uses, days, now).map((bar) => (
          <UseBar key={bar.use.id} bar={bar} isUnbound={isUnbound} now={now} />
        ))}
      </div>
    </div>
  );
}
