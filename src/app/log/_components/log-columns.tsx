import type { ReactNode } from "react";
import { factIcons } from "@/components/fact-icon";
import { toneTextClass } from "@/components/ui/tone";
import { HandlerCell, MatrixCell } from "./handler-cell";
import type { ColumnId, LogLook } from "./log-look";
import { clockName, logTime } from "./log-time";
import type { ListedLine } from "./merge-lines";

export interface LogColumn {
  readonly id: string;
  readonly head: string;
  /** Read out instead of the head, where that is short. */
  readonly label?: string;
  /** A class for the width; the column without one takes the rest. */
  readonly width?: string;
  /** Left out beside an open entry. */
  readonly isSecondary?: boolean;
  /** Its place on a phone's card. */
  readonly card: "title" | "status" | "detail";
  /** The handler whose cells stand here. */
  readonly handler?: string;
  readonly cell: (line: ListedLine) => ReactNode;
}

export interface LogColumnsOptions {
  readonly look: LogLook;
  readonly handlers: readonly string[];
  readonly isMatrix: boolean;
}

/** The columns of the list or of the matrix, as the person chose them. */
export function logColumns({ look, handlers, isMatrix }: LogColumnsOptions): readonly LogColumn[] {
  const wanted: readonly ColumnId[] = isMatrix ? ["time", "type", "about", "handlers"] : look.columns;
  return wanted.flatMap((id): readonly LogColumn[] =>
    id === "handlers"
      ? handlers.map((handler) => handlerColumn(handler, isMatrix))
      : [sized(plain(id, look), isMatrix)],
  );
}

/** The matrix has no column of words to take what is left of the width; the types take it there. */
function sized({ width, ...column }: LogColumn, isMatrix: boolean): LogColumn {
  return (isMatrix && column.id === "type") || width === undefined ? column : { ...column, width };
}

function plain(id: Exclude<ColumnId, "handlers">, { zone }: LogLook): LogColumn {
  switch (id) {
    case "time":
      return {
        id,
        head: zone === "venue" ? "Time (venue)" : `Time (${clockName(zone, null)})`,
        width: "w-50",
        card: "detail",
        cell: ({ at, timeZone }) => (
          <time dateTime={at} className="font-mono text-meta" title={clockName(zone, timeZone)}>
            {logTime(at, zone, timeZone)}
          </time>
        ),
      };
    case "what":
      return { id, head: "What happened", card: "title", cell: (line) => <What line={line} /> };
    case "type":
      return {
        id,
        head: "Type",
        width: "w-68",
        isSecondary: true,
        card: "detail",
        cell: ({ type }) => <span className="font-mono text-meta">{type}</span>,
      };
    case "about":
      return {
        id,
        head: "About",
        width: "w-28",
        card: "detail",
        cell: ({ bookingNumber, correlationId }) => (
          <span title={correlationId}>{bookingNumber ?? shortId(correlationId)}</span>
        ),
      };
    case "actor":
      return {
        id,
        head: "Actor",
        width: "w-40",
        isSecondary: true,
        card: "detail",
        cell: (line) => line.actor,
      };
    case "source":
      return {
        id,
        head: "Source",
        width: "w-56",
        isSecondary: true,
        card: "detail",
        cell: ({ source }) => <span className="font-mono text-meta">{source}</span>,
      };
    default:
      return neverColumn(id);
  }
}

function neverColumn(id: never): never {
  throw new Error(`unknown column ${String(id)}`);
}

function handlerColumn(handler: string, isMatrix: boolean): LogColumn {
  const cellOf = (line: ListedLine) => line.handlers.find((cell) => cell.handler === handler);
  const column = { id: `handler ${handler}`, handler, card: "status" } as const;
  return isMatrix
    ? {
        ...column,
        head: handler,
        width: "w-32 sm:@max-4xl:w-24",
        cell: (line) => <MatrixCell handler={handler} cell={cellOf(line)} />,
      }
    : {
        ...column,
        head: handler.slice(0, 1).toUpperCase(),
        label: handler,
        width: "w-11",
        cell: (line) => <HandlerCell handler={handler} cell={cellOf(line)} />,
      };
}

function What({ line }: { readonly line: ListedLine }) {
  const Icon = factIcons[line.icon];
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-middle">
      <Icon className={`size-3.5! shrink-0 ${toneTextClass[line.tone]}`} />
      <span className="truncate max-sm:whitespace-normal">
        <span className="font-medium">{line.actor}</span> {line.title}
      </span>
    </span>
  );
}

/** The end of an id tells more than its beginning, which is the time. */
function shortId(id: string): string {
  return id.length > 14 ? `…${id.slice(-8)}` : id;
}

/** What is left out where the table is narrow. */
export const secondaryClass = "sm:@max-4xl:hidden";
