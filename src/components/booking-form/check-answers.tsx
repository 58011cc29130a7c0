"use client";

import { useQuery } from "@tanstack/react-query";
import { spellDate } from "@/components/form/spell-date";
import { Facts } from "@/components/ui/facts";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { AnswerSection } from "./answer-section";
import { MeantDates } from "./meant-dates";
import { PlanSummary } from "./plan-summary";
import { type RequestValues, toSchedule, toWish } from "./request-values";
import { seriesWords } from "./series-words";
import type { StepId } from "./steps";
import { useChecks } from "./use-checks";
import { useVenueChoices } from "./venue-choices";

export interface CheckAnswersProps {
  values: RequestValues;
  now: string;
  onOpen: (step: StepId) => void;
}

/** Everything that will be sent, each part with its way back (U-24). */
export function CheckAnswers({ values, now, onOpen }: CheckAnswersProps) {
  const choices = useVenueChoices("", values.locationIds).data;
  const wish = toWish(values);
  const venues = wish.locationIds.map((id) => choices?.venues.find((venue) => venue.id === id));
  const kitNames = Object.fromEntries((choices?.kitTemplates ?? []).map(({ id, name }) => [id, name]));
  const contact = [values.contact.name, values.contact.phone, values.contact.email].filter((t) => t !== "");
  return (
    <div className="grid gap-4">
      <AnswerSection title="What and where" onChange={() => onOpen("what")}>
        <Facts
          facts={[
            { label: "Title", value: values.title || "Not given yet" },
            {
              label: venues.length > 1 ? "Venues" : "Venue",
              value:
                venues.length === 0
                  ? "Not chosen yet"
                  : venues.map((venue, index) => (
                      <span key={wish.locationIds[index]} className="block">
                        {venue ? [venue.name, venue.city].filter((part) => part !== "").join(", ") : "…"}
                      </span>
                    )),
            },
          ]}
        />
      </AnswerSection>
      <AnswerSection title="Dates" onChange={() => onOpen("dates")}>
        <CheckDates values={values} now={now} />
      </AnswerSection>
      <AnswerSection title="Plan" onChange={() => onOpen("plan")}>
        <PlanSummary activities={wish.plan.activities} kitNames={kitNames} />
      </AnswerSection>
      <AnswerSection title="Contact and notes" onChange={() => onOpen("contact")}>
        <Facts
          facts={[
            { label: "Contact", value: contact.length > 0 ? contact.join(", ") : "None" },
            {
              label: "Notes",
              value: <span className="wrap-anywhere whitespace-pre-line">{values.notes || "None"}</span>,
            },
          ]}
        />
      </AnswerSection>
    </div>
  );
}

function CheckDates({ values, now }: { values: RequestValues; now: string }) {
  const trpc = useTRPC();
  const locationIds = toWish(values).locationIds.slice(0, 1);
  const checks = useChecks();
  const isReadable =
    locationIds.length > 0 && checks?.problemsOf(values, ["schedule"], "request").length === 0;
  const meant = useQuery({
    ...trpc.bookings.previewRecurrence.queryOptions({
      locationIds,
      schedule: isReadable ? toSchedule(values.schedule) : { kind: "dates", dates: [] },
    }),
    enabled: isReadable,
  });
  if (checks === null && locationIds.length > 0) return <SkeletonRows rows={1} />;
  if (!isReadable) return <p className="text-cell text-muted">None yet.</p>;
  const schedule = toSchedule(values.schedule);
  return (
    <div className="grid gap-2">
      {schedule.kind === "recurring" ? (
        <p className="text-cell">
          {seriesWords({ ...schedule.recurrence, until: spellDate(schedule.recurrence.endDate) })}
        </p>
      ) : null}
      {meant.data ? <MeantDates dates={meant.data.dates} timeZone={meant.data.timeZone} now={now} /> : null}
      {meant.isError ? <p className="text-cell text-muted">The list of dates could not be loaded.</p> : null}
    </div>
  );
}
