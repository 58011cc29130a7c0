"use client";

import { useController, useWatch } from "react-hook-form";
import type { DateView } from "@/app/admin/bookings/_components/booking-dates";
import { localMoment } from "@/components/local-moment";
import { VerdictBadge } from "@/app/admin/bookings/_components/verdict-badge";
import { WhyOfDate } from "@/app/admin/bookings/_components/why-of-date";
import type { Verdict } from "@/app/admin/bookings/_components/why-words";
import { clockNoteWords } from "@/components/booking-form/clock-notes";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { TextField } from "@/components/form/text-field";
import { StatusBadge } from "@/components/status-badge";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { VenueTime } from "@/components/venue-time";
import { type Choice, choicesOf, type DecisionValues } from "./decision";
import { bookingDateLooks } from "@/components/status-looks/bookings";

export const CHOICE_WORDS = {
  approve: "Approve",
  decline: "Decline",
  other: "Other time",
  leave: "Undecided",
} as const satisfies Record<Choice, string>;

export interface DateDecisionProps {
  date: DateView;
  verdict: Verdict | undefined;
  zones: { venue: string; viewer: string };
  now: string;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
}

/** One date: when, what speaks against it, what becomes of it. */
export function DateDecision({ date, verdict, zones, now, isSelected, onSelect }: DateDecisionProps) {
  const name = `dates.${date.dateId}` as const;
  const { field } = useController<DecisionValues, `dates.${string}.choice`>({ name: `${name}.choice` });
  const offered = choicesOf(date);
  const note = clockNoteWords(date, zones.venue);
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-2 text-cell lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 items-start gap-3">
        <Checkbox
          className="min-h-control"
          aria-label={`Select ${localMoment(date.localStart)}`}
          checked={isSelected}
          onChange={(event) => onSelect(event.target.checked)}
        />
        <div className="grid min-w-0 flex-1 gap-1">
          <div className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1">
            <span className="sm:w-80">
              <VenueTime
                startsAt={date.startsAt}
                endsAt={date.endsAt}
                timeZone={zones.venue}
                viewerZone={zones.viewer}
                now={now}
              />
            </span>
            {verdict ? <VerdictBadge verdict={verdict.verdict} /> : null}
            {date.status === "proposed" ? <StatusBadge look={bookingDateLooks.proposed} /> : null}
          </div>
          {date.proposedLocalStart === null ? null : (
            <p className="text-muted">{`Offered instead, not answered yet: ${localMoment(date.proposedLocalStart)}`}</p>
          )}
          {note === null ? null : <p className="text-meta text-on-caution">{note}</p>}
          {verdict ? <WhyOfDate verdict={verdict} timeZone={zones.venue} now={now} /> : null}
        </div>
      </div>
      <div className="grid min-w-0 content-start gap-2 max-lg:pl-7 max-sm:pl-0 lg:justify-items-end">
        <RadioGroup
          name={field.name}
          label={`Verdict for ${localMoment(date.localStart)}`}
          options={offered.map((value) => ({ value, label: CHOICE_WORDS[value] }))}
          value={field.value}
          onChange={field.onChange}
          look="segments"
        />
      </div>
      <ChoiceFields date={date} />
    </li>
  );
}

/** What a verdict asks for: the reason, and the other start. */
function ChoiceFields({ date }: { date: DateView }) {
  const name = `dates.${date.dateId}` as const;
  const choice = useWatch<DecisionValues, `dates.${string}.choice`>({ name: `${name}.choice` });
  if (choice !== "decline" && choice !== "other") return null;
  return (
    <div
      role="group"
      aria-label={`${CHOICE_WORDS[choice]}, ${localMoment(date.localStart)}`}
      className="flex flex-wrap items-start gap-x-4 gap-y-2 pb-1 sm:pl-7 lg:col-span-2"
    >
      {choice === "other" ? (
        <>
          <DateField name={`${name}.day`} label="Other date" />
          <TimeField name={`${name}.time`} label="Start at the venue" />
        </>
      ) : null}
      <div className="min-w-64 flex-1">
        <TextField name={`${name}.reason`} label="Reason" placeholder="The client reads this" />
      </div>
    </div>
  );
}
