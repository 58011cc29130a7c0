import { Archive } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";

export type TemplateRow = RouterOutputs["kits"]["templates"][number];

/** The columns of the list of kit templates; how much each was used is told by template. */
export function kitTemplateColumns(outShareOf: (templateId: string) => number | null): Column<TemplateRow>[] {
  return [
    {
      id: "name",
      head: "Template",
      cell: (row) => <span title={row.name}>{row.name}</span>,
      card: "title",
    },
    {
      id: "lines",
      head: "Holds",
      width: "w-28",
      isSecondary: true,
      cell: (row) =>
        row.lines === 0 ? <span className="text-subtle">No parts yet</span> : counted(row.lines, "part"),
    },
    {
      id: "kits",
      head: "Kits",
      width: "w-24",
      align: "end",
      cell: (row) => (
        <>
          {row.kits}
          <span className="sm:hidden"> kits</span>
        </>
      ),
    },
    {
      id: "available",
      head: "Available",
      width: "w-28",
      align: "end",
      cell: (row) => (
        <>
          {row.available}
          <span className="sm:hidden"> available</span>
        </>
      ),
    },
    {
      id: "out",
      head: "Out",
      width: "w-20",
      align: "end",
      isSecondary: true,
      cell: (row) => row.out,
      card: "hidden",
    },
    {
      id: "used",
      head: "Out in 90 days",
      width: "w-36",
      align: "end",
      isSecondary: true,
      cell: (row) => shareWords(outShareOf(row.id)),
      card: "hidden",
    },
    {
      id: "state",
      head: "State",
      width: "w-44",
      cell: (row) => <TemplateState row={row} />,
      card: "status",
    },
  ];
}

/** Of their time, how much kits were with somebody. */
function shareWords(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} % of the time`;
}

function TemplateState({ row }: { row: TemplateRow }) {
  if (row.isArchived) return <Badge icon={<Archive />}>Archived</Badge>;
  if (row.differing > 0) return <Badge tone="caution">{differWords(row.differing)}</Badge>;
  return row.kits === 0 ? <span className="text-subtle">No kit yet</span> : "In use";
}

/** "1 kit differs", "3 kits differ". */
export function differWords(kits: number): string {
  return `${counted(kits, "kit")} ${kits === 1 ? "differs" : "differ"}`;
}
