"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { useTRPC } from "@/trpc/client";
import { formatDate } from "@/values/format-time";

const DAY_MS = 86_400_000;
const WEEKS = 8;

/** Seven days each, from the coming ones on; days of UTC, since the events are in many zones. */
function weeksFrom(now: string) {
  const today = Math.floor(Date.parse(now) / DAY_MS) * DAY_MS;
  return Array.from({ length: WEEKS }, (_, week) => {
    const startsAt = new Date(today + week * 7 * DAY_MS).toISOString();
    const endsAt = new Date(today + (week + 1) * 7 * DAY_MS).toISOString();
    const last = new Date(Date.parse(endsAt) - DAY_MS).toISOString();
    return {
      startsAt,
      endsAt,
      label: `${formatDate(startsAt, "UTC", now)} – ${formatDate(last, "UTC", now)}`,
    };
  });
}

/** Which week to plan; a new proposal takes the place of the last one. */
export function ProposeForm({ now, isSolving }: { now: string; isSolving: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const weeks = weeksFrom(now);
  const [place, setPlace] = useState(0);
  const [round, setRound] = useState(0);
  const propose = useMutation(trpc.staffing.propose.mutationOptions());
  const send = async () => {
    const week = weeks[place];
    if (!week) return;
    const wish = { startsAt: week.startsAt, endsAt: week.endsAt };
    await propose.mutateAsync({ ...wish, idempotencyKey: keyFor([round, wish]) }).then(
      () => setRound(round + 1),
      // The refusal shows in place.
      () => undefined,
    );
    await queryClient.invalidateQueries(trpc.staffing.plan.pathFilter());
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <label htmlFor="plan-week" className="grid gap-1 text-cell font-medium">
          Week
          <NativeSelect
            id="plan-week"
            options={weeks.map(({ label }, index) => ({ value: String(index), label }))}
            value={String(place)}
            onChange={(event) => setPlace(Number(event.target.value))}
            className="w-64 font-normal"
          />
        </label>
        <Button variant="primary" isPending={propose.isPending || isSolving} onClick={() => void send()}>
          Propose a roster
        </Button>
      </div>
      <FormProblem problem={propose.error ? problemOf(propose.error) : null} />
    </div>
  );
}
