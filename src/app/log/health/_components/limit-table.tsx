import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { Health } from "./chart-data";
import { limitWords } from "./health-words";

type Limit = Health["limits"][number];

const columns: readonly Column<Limit>[] = [
  { id: "label", head: "Limit", card: "title", cell: ({ label }) => label },
  {
    id: "value",
    head: "Now",
    width: "w-28",
    align: "end",
    cell: ({ value, unit }) => limitWords(value, unit),
  },
  {
    id: "limit",
    head: "Keep",
    width: "w-32",
    align: "end",
    cell: ({ keep, limit, unit }) => `${keep} ${limitWords(limit, unit)}`,
  },
  {
    id: "state",
    head: "State",
    width: "w-24",
    card: "status",
    cell: ({ isBroken, value }) =>
      value === null ? (
        <Badge>No value</Badge>
      ) : (
        <Badge tone={isBroken ? "problem" : "good"}>{isBroken ? "Broken" : "Kept"}</Badge>
      ),
  },
];

/** Every limit with its present value; a broken one tells the admins once. */
export function LimitTable({ health }: { readonly health: Health }) {
  return (
    <Card title="Limits" isFlush>
      <DataTable label="Limits" columns={columns} rows={health.limits} rowId={({ alarm }) => alarm} />
    </Card>
  );
}
