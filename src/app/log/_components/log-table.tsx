"use client";

import { factIcons } from "@/components/fact-icon";
import { StatusCell } from "@/components/status-badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { toneTextClass } from "@/components/ui/tone";
import type { RouterOutputs } from "@/trpc/client";
import { logTime } from "./log-time";
import { logHref, type LogView } from "./log-view";

type Line = RouterOutputs["log"]["search"]["lines"][number];

const columns: readonly Column<Line>[] = [
  {
    id: "time",
    head: "Time (UTC)",
    width: "w-48",
    card: "detail",
    cell: ({ at }) => (
      <time dateTime={at} className="font-mono text-meta">
        {logTime(at)}
      </time>
    ),
  },
  { id: "what", head: "What happened", card: "title", cell: (line) => <What line={line} /> },
  {
    id: "type",
    head: "Type",
    width: "w-72",
    card: "detail",
    cell: ({ type }) => <span className="font-mono text-meta">{type}</span>,
  },
  {
    id: "about",
    head: "About",
    width: "w-28",
    card: "detail",
    cell: ({ bookingNumber, correlationId }) => bookingNumber ?? shortId(correlationId),
  },
  {
    id: "handlers",
    head: "Handlers",
    width: "w-32",
    card: "status",
    cell: (line) => <Handlers line={line} />,
  },
];

/** The open entry says its type itself; the words need the room. */
const besideThePane = columns.filter(({ id }) => id !== "type");

/** The entries as dense rows; a press opens one beside the list. */
export function LogTable({ lines, view }: { readonly lines: readonly Line[]; readonly view: LogView }) {
  return (
    <DataTable
      label="Log entries"
      columns={view.open === "" ? columns : besideThePane}
      rows={lines}
      rowId={({ id }) => id}
      rowHref={({ id }) => logHref(view, { open: id })}
      openId={view.open === "" ? null : view.open}
    />
  );
}

function What({ line }: { readonly line: Pick<Line, "icon" | "tone" | "actor" | "title"> }) {
  const Icon = factIcons[line.icon];
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <Icon className={`size-3.5! shrink-0 ${toneTextClass[line.tone]}`} />
      <span className="truncate max-sm:whitespace-normal">
        <span className="font-medium">{line.actor}</span> {line.title}
      </span>
    </span>
  );
}

function Handlers({ line }: { readonly line: Line }) {
  return (
    <span className="inline-flex gap-1">
      {line.handlers.map(({ handler, state }) => (
        <span key={handler} title={handler}>
          <span className="sr-only">{`${handler}: `}</span>
          <StatusCell machine="delivery" state={state} />
        </span>
      ))}
    </span>
  );
}

/** The end of an id tells more than its beginning, which is the time. */
function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-8)}` : id;
}
