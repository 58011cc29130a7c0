"use client";

import { groupDigits } from "@/values/count-words";
import { ChevronLeft, ChevronRight, CircleAlert, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ImportProblem, Severity } from "./import-types";

export const problemsPerPage = 50;

export interface ProblemView {
  readonly severity: Severity | undefined;
  readonly offset: number;
}

interface ProblemListProps {
  readonly page: {
    readonly problems: readonly ImportProblem[];
    readonly shown: number;
    readonly errors: number;
    readonly warnings: number;
  };
  readonly view: ProblemView;
  readonly onView: (view: ProblemView) => void;
  /** Another page is being fetched. */
  readonly isPending: boolean;
}

/** Problems by row, errors and warnings apart or together, fifty at a time. */
export function ProblemList({ page, view, onView, isPending }: ProblemListProps) {
  const { errors, warnings, problems } = page;
  const total = { all: errors + warnings, error: errors, warning: warnings };
  if (total.all === 0) return null;
  return (
    <Card
      isFlush
      title="Problems by row"
      aside={
        <RadioGroup
          name="problem-severity"
          label="Which problems"
          look="segments"
          options={[
            { value: "all", label: `All ${groupDigits(total.all)}` },
            { value: "error", label: `Errors ${groupDigits(errors)}` },
            { value: "warning", label: `Warnings ${groupDigits(warnings)}` },
          ]}
          value={view.severity ?? "all"}
          onChange={(value) => onView({ severity: value === "all" ? undefined : value, offset: 0 })}
        />
      }
    >
      <ul aria-busy={isPending} className="divide-y divide-border text-cell">
        {problems.map((problem, index) => (
          <ProblemRow
            key={`${problem.row} ${problem.code} ${problem.column ?? ""} ${index}`}
            problem={problem}
          />
        ))}
      </ul>
      <Pages page={page} view={view} onView={onView} isPending={isPending} />
    </Card>
  );
}

function ProblemRow({ problem }: { readonly problem: ImportProblem }) {
  const { row, column, severity, message } = problem;
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[5rem_5.5rem_10rem_minmax(0,1fr)]">
      <span className="font-medium tabular-nums">{row === 0 ? "File" : `Row ${row}`}</span>
      <span>
        {severity === "error" ? (
          <Badge tone="problem" icon={<CircleAlert />}>
            Error
          </Badge>
        ) : (
          <Badge tone="caution" icon={<TriangleAlert />}>
            Warning
          </Badge>
        )}
      </span>
      <span className="truncate text-muted">{column}</span>
      <span className="min-w-0 wrap-anywhere">{message}</span>
    </li>
  );
}

function Pages({ page, view, onView, isPending }: ProblemListProps) {
  const last = Math.min(view.offset + problemsPerPage, page.shown);
  const total = page.errors + page.warnings;
  if (page.shown <= problemsPerPage) return null;
  const move = (by: number) => onView({ ...view, offset: view.offset + by });
  return (
    <nav
      aria-label="Pages of problems"
      className="flex flex-wrap items-center justify-between gap-3 border-t border-border px-4 py-2 text-cell text-muted"
    >
      <p className="tabular-nums">
        {`${groupDigits(view.offset + 1)}–${groupDigits(last)} of ${groupDigits(page.shown)}`}
        {view.severity === undefined && total > page.shown ? `, the first of ${groupDigits(total)}` : null}
      </p>
      <div className="flex gap-2">
        {view.offset > 0 ? (
          <Button icon={<ChevronLeft />} isPending={isPending} onClick={() => move(-problemsPerPage)}>
            Previous
          </Button>
        ) : null}
        {last < page.shown ? (
          <Button icon={<ChevronRight />} isPending={isPending} onClick={() => move(problemsPerPage)}>
            Next
          </Button>
        ) : null}
      </div>
    </nav>
  );
}
