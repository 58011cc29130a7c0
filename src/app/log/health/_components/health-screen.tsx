"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { PanelError } from "@/components/ui/error-state";
import { FilterBar } from "@/components/ui/filter-chips";
import { NativeSelect } from "@/components/ui/native-select";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useTRPC } from "@/trpc/client";
import { AlarmList } from "./alarm-list";
import { ChartCard } from "./chart-card";
import { failures, type Health, latency, throughput, waiting } from "./chart-data";
import { DatabasePanel } from "./database-panel";
import { HandlerTable } from "./handler-table";
import { HealthFigures } from "./health-figures";
import { healthHref, healthParsers, type HealthView, rangeOptions, refreshMs } from "./health-view";
import { spanWords } from "@/app/log/_components/span-words";
import { countWords } from "./health-words";
import { IncidentTable } from "./incident-table";
import { InstanceTable } from "./instance-table";
import { InvariantPanel } from "./invariant-panel";
import { LimitTable } from "./limit-table";
import { MarkList } from "./mark-list";

/** How the log is doing: what is wrong first, then figures, charts and what they rest on. Asks again by itself. */
export function HealthScreen() {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(healthParsers, { shallow: true, history: "push" });
  const health = useQuery({
    ...trpc.log.monitoring.queryOptions({ range: view.range }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs[view.range],
  });
  return (
    <PageBody>
      <PageHeader
        title="Log health"
        meta={health.data ? <Measured health={health.data} /> : "Times in UTC"}
      />
      <Tabs
        label="Time"
        items={rangeOptions.map(({ value, label }) => ({
          label,
          href: healthHref(view, { range: value }),
          isCurrent: view.range === value,
        }))}
      />
      {health.isError ? (
        <PanelError
          what="The figures"
          reference={problemOf(health.error).requestId}
          onRetry={() => void health.refetch()}
        />
      ) : null}
      {health.isPending ? <Loading /> : null}
      {health.data ? (
        <Found health={health.data} view={view} onHandler={(handler) => void setView({ handler })} />
      ) : null}
    </PageBody>
  );
}

function Measured({ health }: { readonly health: Health }) {
  if (health.measuredAt === null) return "Nothing is measured yet. Times in UTC.";
  const age = Math.max(0, Date.parse(health.now) - Date.parse(health.measuredAt));
  return `Measured ${age < 1_000 ? "just now" : `${spanWords(age)} ago`}, from counts and open deliveries alone. Times in UTC.`;
}

function Loading() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-10" />
      <Skeleton className="h-24" />
      <Skeleton className="h-64" />
    </div>
  );
}

interface FoundProps {
  readonly health: Health;
  readonly view: HealthView;
  readonly onHandler: (handler: string) => void;
}

function Found({ health, view, onHandler }: FoundProps) {
  const handler = health.handlers.some((one) => one.handler === view.handler) ? view.handler : "";
  return (
    <>
      <AlarmList health={health} />
      <HandlerFilter health={health} handler={handler} onHandler={onHandler} />
      <HealthFigures health={health} handler={handler} />
      <Charts health={health} handler={handler} />
      <HandlerTable health={health} handler={handler} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <InvariantPanel health={health} />
        <DatabasePanel health={health} />
        <LimitTable health={health} />
        <IncidentTable health={health} />
      </div>
      <InstanceTable health={health} />
    </>
  );
}

function HandlerFilter({
  health,
  handler,
  onHandler,
}: Pick<FoundProps, "health" | "onHandler"> & { readonly handler: string }) {
  return (
    <FilterBar onClear={handler === "" ? undefined : () => onHandler("")}>
      <NativeSelect
        aria-label="Handler"
        className="w-52"
        value={handler}
        placeholder="All handlers"
        options={health.handlers.map((one) => ({
          value: one.handler,
          label: one.pausedAt === null ? one.handler : `${one.handler} (paused)`,
        }))}
        onChange={(event) => onHandler(event.target.value)}
      />
    </FilterBar>
  );
}

function Charts({ health, handler }: { readonly health: Health; readonly handler: string }) {
  const hasDay = health.range === "7d" || health.range === "30d";
  const shared = { hasDay, marks: health.marks.map((mark) => mark.at) };
  const step = spanWords(health.stepMs);
  return (
    <>
      <MarkList marks={health.marks} hasDay={hasDay} />
      <div className="grid items-start gap-4 2xl:grid-cols-2">
        <ChartCard
          {...shared}
          title="Throughput"
          unit="Per minute"
          data={throughput(health, handler)}
          words={countWords}
        />
        <ChartCard
          {...shared}
          title="Recorded to done"
          unit="Time"
          data={latency(health, handler)}
          words={spanWords}
        />
        <ChartCard
          {...shared}
          title="Waiting and parked"
          unit="Deliveries"
          data={waiting(health, handler)}
          words={countWords}
        />
        <ChartCard
          {...shared}
          title="Failures"
          unit={`Per ${step}`}
          data={failures(health, handler)}
          words={countWords}
        />
      </div>
    </>
  );
}
