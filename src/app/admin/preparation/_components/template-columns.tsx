import { Archive } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { beforeWords } from "./before-words";

export type TemplateRow = RouterOutputs["preparationTemplates"]["list"]["items"][number];

export const templateColumns: readonly Column<TemplateRow>[] = [
  {
    id: "name",
    head: "Template",
    cell: (row) => <span title={row.name}>{row.name}</span>,
    card: "title",
  },
  {
    id: "for",
    head: "For",
    width: "w-64",
    cell: (row) => {
      const kind = row.activityType ?? "Events without one of their own";
      return (
        <span className={row.activityType === null ? "text-muted" : ""} title={kind}>
          {kind}
        </span>
      );
    },
  },
  {
    id: "tasks",
    head: "Tasks",
    width: "w-24",
    cell: (row) => <span className="tabular-nums">{counted(row.lines.length, "task")}</span>,
  },
  {
    id: "first",
    head: "First due",
    width: "w-44",
    isSecondary: true,
    cell: (row) => firstDue(row),
  },
  {
    id: "state",
    head: "State",
    width: "w-28",
    cell: (row) => (row.isArchived ? <Badge icon={<Archive />}>Archived</Badge> : "In use"),
    card: "status",
  },
];

function firstDue({ lines }: TemplateRow): string {
  const most = Math.max(...lines.map((line) => line.minutesBefore));
  return Number.isFinite(most) ? dueWords(most) : "–";
}

/** "2 weeks before", "at the start". */
export function dueWords(minutesBefore: number): string {
  const words = beforeWords(minutesBefore);
  return minutesBefore === 0 ? words : `${words} before`;
}
