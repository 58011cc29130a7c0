"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { spellDate } from "@/components/form/spell-date";
import { Button } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatDate, formatWindowBare, zoneLabel } from "@/values/format-time";
import { dateNotes, type MeantDate } from "./clock-notes";
import { type RequestValues, toSchedule } from "./request-values";
import { useChecks } from "./use-checks";

/** Rows shown before somebody asks for the rest: a series can mean 366 dates. */
const SHOWN_MAX = 40;

/**
 * The dates that the fields really mean, as sending would ask for them (U-30). Stands below the buttons of its
 * step: it comes and grows while somebody presses them.
 */
export function DatesPreview({ now }: { now: string }) {
  const values = useWatch<RequestValues>() as RequestValues;
  const meant = useMeantDates(values);
  const kind = values.schedule.kind;
  if (!meant.isAsked) return null;
  if (meant.query.isError) {
    return <PanelError what="The list of dates" onRetry={() => meant.query.refetch()} />;
  }
  if (!meant.query.data) {
    return kind === "dates" ? null : <SkeletonRows rows={4} label="Working out the dates" />;
  }
  const { dates, timeZone, truncated } = meant.query.data;
  const special = dates.filter((date) => dateNotes(date, timeZone, now).length > 0);
  if (kind === "dates" && special.length === 0) return null;
  return (
    <section aria-label="The dates this means" className="grid gap-2">
      <h3 className="text-body font-medium">
        {kind === "dates" ? "Worth knowing" : `${dates.length} ${dates.length === 1 ? "date" : "dates"}`}
        <span className="font-normal text-muted">{`, ${zoneLabel(timeZone)}`}</span>
      </h3>
      {truncated ? (
        <Notice tone="caution" title="These are more than 366 dates">
          Choose an earlier last date, or make two bookings.
        </Notice>
      ) : null}
      <DateList
        key={kind}
        dates={kind === "dates" ? special : dates}
        timeZone={timeZone}
        now={now}
        isRemovable={kind === "recurring"}
      />
      {kind === "recurring" ? <LeftOut /> : null}
    </section>
  );
}

/** Asks only for what can be read, and keeps the last answer while the next one comes. */
function useMeantDates(values: RequestValues) {
  const trpc = useTRPC();
  const checks = useChecks();
  const locationId = values.locationIds[0] ?? "";
  const isReadable = locationId !== "" && checks?.problemsOf(values, ["schedule"], "request").length === 0;
  const wanted = useDeferredValue(
    isReadable ? JSON.stringify({ locationIds: [locationId], schedule: toSchedule(values.schedule) }) : null,
  );
  const query = useQuery({
    ...trpc.bookings.previewRecurrence.queryOptions(
      wanted === null ? { locationIds: [], schedule: { kind: "dates", dates: [] } } : JSON.parse(wanted),
    ),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
  });
  return { isAsked: wanted !== null, query };
}

interface DateListProps {
  dates: readonly MeantDate[];
  timeZone: string;
  now: string;
  isRemovable: boolean;
}

function DateList({ dates, timeZone, now, isRemovable }: DateListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? dates : dates.slice(0, SHOWN_MAX);
  const rest = dates.length - shown.length;
  return (
    <>
      <ol className="divide-y divide-border rounded-card border border-border bg-surface">
        {shown.map((date) => (
          <li key={date.startsAt} className="flex min-h-row items-center gap-3 px-3 py-1 text-cell">
            <span className="min-w-0 flex-1">
              <time dateTime={date.startsAt} className="tabular-nums">
                {formatWindowBare(date, timeZone, now)}
              </time>
              {dateNotes(date, timeZone, now).map((note) => (
                <span key={note} className="block text-meta text-on-caution">
                  {note}
                </span>
              ))}
            </span>
            {isRemovable ? <RemoveDate date={date} timeZone={timeZone} now={now} /> : null}
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <div>
          <Button variant="quiet" onClick={() => setIsWhole(true)}>{`Show the other ${rest}`}</Button>
        </div>
      ) : null}
    </>
  );
}

/** A generated date is left out of the rule; one that was added beside the rule is taken back. */
function RemoveDate({ date, timeZone, now }: { date: MeantDate; timeZone: string; now: string }) {
  const { getValues, setValue } = useFormContext<RequestValues>();
  const remove = () => {
    const { extraDates, excludeDates } = getValues("schedule.series");
    const kept = extraDates.filter((row) => `${row.date}T${row.start}` !== date.localStart);
    if (kept.length < extraDates.length) {
      setValue("schedule.series.extraDates", kept, { shouldDirty: true });
      return;
    }
    const day = date.localStart.slice(0, 10);
    setValue("schedule.series.excludeDates", [...new Set([...excludeDates, day])].sort(), {
      shouldDirty: true,
    });
  };
  return (
    <Button
      variant="quiet"
      size="small"
      aria-label={`Leave out ${formatDate(date.startsAt, timeZone, now)}`}
      onClick={remove}
    >
      Leave out
    </Button>
  );
}

function LeftOut() {
  const { setValue } = useFormContext<RequestValues>();
  const excluded = useWatch<RequestValues, "schedule.series.excludeDates">({
    name: "schedule.series.excludeDates",
  });
  if (excluded.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-cell text-muted">
      <span>Left out:</span>
      {excluded.map((day) => (
        <Button
          key={day}
          size="small"
          aria-label={`Put back ${spellDate(day)}`}
          onClick={() =>
            setValue(
              "schedule.series.excludeDates",
              excluded.filter((other) => other !== day),
              { shouldDirty: true },
            )
          }
        >
          {`${spellDate(day)} · put back`}
        </Button>
      ))}
    </div>
  );
}
