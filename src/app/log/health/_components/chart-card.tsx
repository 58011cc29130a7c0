"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChartData } from "./chart-data";
import { stepWords } from "./health-words";

/** Charts come after the figures: nobody waits for a canvas to read a number. */
const TimeChart = dynamic(() => import("./time-chart").then((part) => part.TimeChart), {
  ssr: false,
  loading: () => <Skeleton className="h-54" />,
});

export interface ChartCardProps {
  readonly title: string;
  /** What the numbers are: "Per minute". */
  readonly unit: string;
  readonly data: ChartData;
  readonly words: (value: number) => string;
  readonly marks: readonly string[];
  /** True where the range is longer than a day, so that times need one. */
  readonly hasDay: boolean;
}

/** A chart with its unit and the same numbers as a table beside it (U-66). */
export function ChartCard({ title, unit, data, words, marks, hasDay }: ChartCardProps) {
  return (
    <Card title={title} aside={<span className="text-meta text-muted">{unit}</span>}>
      <div className="grid items-start gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <TimeChart data={data} title={`${title}, ${unit}`} words={words} marks={marks} />
        <StepTable title={title} data={data} words={words} hasDay={hasDay} />
      </div>
    </Card>
  );
}

const FIRST_ROWS = 8;

function StepTable({
  title,
  data,
  words,
  hasDay,
}: Pick<ChartCardProps, "title" | "data" | "words" | "hasDay">) {
  const [isWhole, setWhole] = useState(false);
  const newestFirst = data.steps.map((at, index) => ({ at, index })).reverse();
  const rows = isWhole ? newestFirst : newestFirst.slice(0, FIRST_ROWS);
  return (
    <div className="rounded-control border border-border">
      <div
        role="region"
        aria-label={`${title}, as a table`}
        tabIndex={0}
        className="max-h-54 overflow-auto rounded-control"
      >
        <table className="w-full text-meta tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="sticky top-0 bg-sunken text-muted">
              <th scope="col" className="px-2 py-1 text-left font-medium">
                UTC
              </th>
              {data.lines.map((line) => (
                <th key={line.label} scope="col" className="px-2 py-1 text-right font-medium">
                  {line.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, index }) => (
              <tr key={at} className="border-t border-border">
                <th scope="row" className="px-2 py-0.5 text-left font-normal whitespace-nowrap">
                  {stepWords(at, hasDay)}
                </th>
                {data.lines.map((line) => {
                  const value = line.values[index] ?? null;
                  return (
                    <td key={line.label} className="px-2 py-0.5 text-right whitespace-nowrap">
                      {value === null ? "–" : words(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {newestFirst.length > FIRST_ROWS ? (
        <div className="border-t border-border p-1">
          <Button variant="quiet" size="small" onClick={() => setWhole(!isWhole)}>
            {isWhole ? "Show the newest" : `Show all ${newestFirst.length} rows`}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
