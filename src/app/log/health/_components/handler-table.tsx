import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Health } from "./chart-data";
import { spanWords } from "@/app/log/_components/span-words";
import { countWords, shareWords } from "./health-words";

type Line = Health["lines"][number];

const errorShare = ({ done, failed, dead }: Line) =>
  done + failed + dead === 0 ? null : (failed + dead) / (done + failed + dead);

function columnsAt(now: string): readonly Column<Line>[] {
  const age = (at: string | null) => (at === null ? null : Math.max(0, Date.parse(now) - Date.parse(at)));
  return [
    {
      id: "type",
      head: "Type",
      card: "title",
      cell: ({ type }) => <span className="font-mono text-meta">{type}</span>,
    },
    { id: "handler", head: "Handler", width: "w-28", card: "status", cell: ({ handler }) => handler },
    {
      id: "owed",
      head: "Owed",
      width: "w-18",
      align: "end",
      card: "hidden",
      cell: (line) => countWords(line.appended),
    },
    { id: "done", head: "Done", width: "w-18", align: "end", cell: (line) => `${countWords(line.done)}` },
    {
      id: "failed",
      head: "Failed",
      width: "w-24",
      align: "end",
      cell: (line) => `${countWords(line.failed + line.dead)} · ${shareWords(errorShare(line))}`,
    },
    {
      id: "retried",
      head: "Retried",
      width: "w-18",
      align: "end",
      isSecondary: true,
      card: "hidden",
      cell: (line) => countWords(line.retried),
    },
    {
      id: "p50",
      head: "p50",
      width: "w-18",
      align: "end",
      card: "hidden",
      cell: (line) => spanWords(line.p50),
    },
    { id: "p95", head: "p95", width: "w-18", align: "end", cell: (line) => spanWords(line.p95) },
    {
      id: "p99",
      head: "p99",
      width: "w-18",
      align: "end",
      isSecondary: true,
      card: "hidden",
      cell: (line) => spanWords(line.p99),
    },
    { id: "due", head: "Due", width: "w-18", align: "end", cell: (line) => countWords(line.due) },
    {
      id: "oldest",
      head: "Oldest due",
      width: "w-24",
      align: "end",
      card: "hidden",
      cell: (line) => spanWords(age(line.oldestDueAt)),
    },
    {
      id: "later",
      head: "Later",
      width: "w-16",
      align: "end",
      isSecondary: true,
      card: "hidden",
      cell: (line) => countWords(line.later),
    },
    {
      id: "parked",
      head: "Parked",
      width: "w-20",
      align: "end",
      cell: (line) => <Parked count={line.parked} />,
    },
  ];
}

/** On a phone a bare number says nothing, so each carries its word there. */
function named(columns: readonly Column<Line>[]): readonly Column<Line>[] {
  return columns.map((column) =>
    column.card !== undefined
      ? column
      : {
          ...column,
          cell: (line) => (
            <>
              <span className="sm:hidden">{`${column.head} `}</span>
              {column.cell(line)}
            </>
          ),
        },
  );
}

function Parked({ count }: { readonly count: number }) {
  return count === 0 ? "0" : <Badge tone="problem">{countWords(count)}</Badge>;
}

const LINES_FIRST = 25;

/** What each handler did with each type: first what needs somebody, then the busiest. */
export function HandlerTable({ health, handler }: { readonly health: Health; readonly handler: string }) {
  const lines = health.lines.filter((line) => handler === "" || line.handler === handler);
  const shown = lines.slice(0, LINES_FIRST);
  const rest = lines.length - shown.length;
  return (
    <Card
      title="Handlers and types"
      isFlush
      aside={
        rest === 0 ? null : (
          <span className="text-meta text-muted">{`The first ${LINES_FIRST} of ${lines.length}`}</span>
        )
      }
    >
      {lines.length === 0 ? (
        <EmptyState title="Nothing was handled in this time">
          Lines appear as soon as a handler has something to do.
        </EmptyState>
      ) : (
        <DataTable
          label="Handlers and types"
          columns={named(columnsAt(health.now))}
          rows={shown}
          rowId={(line) => `${line.handler} ${line.type}`}
        />
      )}
    </Card>
  );
}
