"use client";

import { dayWords } from "@/app/log/_components/log-time";
import { Archive, Lock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Input } from "@/components/ui/input";
import { groupDigits } from "@/values/count-words";
import { type Planned, planWords } from "./retention-view";

export interface PlanCardProps {
  readonly plan: readonly Planned[];
  /** The day that the plan is for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly isStale: boolean;
  readonly onDay: (day: string) => void;
}

/** The dry run: what would go on a day, and what would stay past its time, with the reason. */
export function PlanCard({ plan, asOf, isStale, onDay }: PlanCardProps) {
  return (
    <Card isFlush title="Dry run" aside={<DayPicker asOf={asOf} onDay={onDay} />}>
      <p role="status" className="px-4 py-2.5 text-cell text-muted">
        {isStale ? "Working it out" : planWords(plan, asOf)}
      </p>
      {plan.length === 0 ? null : <PlanTable plan={plan} />}
    </Card>
  );
}

function DayPicker({ asOf, onDay }: Pick<PlanCardProps, "asOf" | "onDay">) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <label className="flex items-center gap-2 text-meta text-muted">
        <span className="whitespace-nowrap max-sm:sr-only">As of</span>
        <Input
          type="date"
          className="w-40"
          value={asOf}
          onChange={(event) => {
            if (event.target.value !== "") onDay(event.target.value);
          }}
        />
      </label>
      <Button onClick={() => onDay("")}>Today</Button>
    </span>
  );
}

function PlanTable({ plan }: { readonly plan: readonly Planned[] }) {
  return (
    <DataTable<Planned>
      label="What a run would do"
      rows={plan}
      rowId={(leaf) => leaf.leaf}
      columns={[
        { id: "category", head: "Category", width: "w-36", card: "title", cell: categoryWords },
        {
          id: "range",
          head: "Recorded",
          width: "w-64",
          cell: ({ from, to }) => `${dayWords(from)} – ${dayWords(lastDay(to))}`,
        },
        {
          id: "entries",
          head: "Entries",
          width: "w-28",
          align: "end",
          cell: ({ entries }) =>
            entries === null ? <span className="text-muted">Not counted</span> : groupDigits(entries),
        },
        { id: "what", head: "What happens", width: "w-48", card: "status", cell: Outcome },
        {
          id: "why",
          head: "Why",
          cell: ({ reasons }) => <span className="text-muted">{reasons.join("; ")}</span>,
        },
      ]}
    />
  );
}

/** Attempts go by the day their entry expires, so their range is not when they were recorded. */
function categoryWords({ category }: Planned): string {
  return category === "attempt" ? "handler attempts" : category;
}

function lastDay(to: string): string {
  return new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
}

function Outcome({ goes }: Planned) {
  return goes ? (
    <Badge icon={<Archive />}>Archived, then gone</Badge>
  ) : (
    <Badge tone="caution" icon={<Lock />}>
      Stays
    </Badge>
  );
}
