"use client";

import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { spellDate } from "@/components/form/spell-date";
import { type AskedChange, fieldOfChange, type Suggestion, suggestionOf } from "./asked-changes";
import { Remark } from "./remark";
import type { RequestField, RequestValues } from "./request-values";
import { useVenueChoices } from "./venue-choices";

/** The agency's remarks on one field, or undefined when it asked nothing about it. */
export function remarksOn(changes: readonly AskedChange[], field: RequestField): ReactNode {
  const about = changes.filter((change) => fieldOfChange(change) === field);
  if (about.length === 0) return undefined;
  return (
    <div className="grid gap-1">
      {about.map((change) => (
        <AskedRemark key={`${change.field} ${change.reason}`} change={change} />
      ))}
    </div>
  );
}

/** What was asked about no field of this form. */
export function OtherRemarks({ changes }: { changes: readonly AskedChange[] }) {
  return changes
    .filter((change) => fieldOfChange(change) === null)
    .map((change) => <AskedRemark key={`${change.field} ${change.reason}`} change={change} />);
}

/** One remark; a suggestion that fits the field is taken over by one press. */
function AskedRemark({ change }: { change: AskedChange }) {
  const { getValues, setValue } = useFormContext<RequestValues>();
  const values = useWatch<RequestValues>() as RequestValues;
  const suggestion = suggestionOf(change);
  const words = useSuggestionWords(change, suggestion);
  const accept = () => {
    if (suggestion === null) return;
    const options = { shouldDirty: true } as const;
    for (const [path, value] of taken(suggestion, getValues())) setValue(path, value, options);
  };
  return (
    <Remark
      reason={change.reason}
      suggestion={words}
      onAccept={suggestion === null ? undefined : accept}
      isAccepted={suggestion !== null && holds(suggestion, values)}
    />
  );
}

function useSuggestionWords(change: AskedChange, suggestion: Suggestion | null): string | undefined {
  const venueId = suggestion?.kind === "venue" ? suggestion.locationId : "";
  const venues = useVenueChoices("", [venueId]).data?.venues ?? [];
  if (suggestion?.kind === "start") return `${spellDate(suggestion.date)} ${suggestion.start}`;
  if (suggestion?.kind !== "venue") return change.suggestedValue;
  const venue = venues.find(({ id }) => id === venueId);
  return venue ? [venue.name, venue.city].filter((part) => part !== "").join(", ") : "another venue";
}

type Change =
  | ["title" | "notes", string]
  | ["locationIds", string[]]
  | ["schedule", RequestValues["schedule"]];

/** What the form holds once the suggestion is taken over. A proposed start is that of the first date. */
function taken(suggestion: Suggestion, values: RequestValues): Change[] {
  switch (suggestion.kind) {
    case "title":
    case "notes":
      return [[suggestion.kind, suggestion.text]];
    case "venue": {
      const others = values.locationIds.slice(1).filter((id) => id !== suggestion.locationId);
      return [["locationIds", [suggestion.locationId, ...others]]];
    }
    case "start":
      return [["schedule", withFirstStart(values.schedule, suggestion)]];
    default:
      return suggestion satisfies never;
  }
}

function withFirstStart(
  schedule: RequestValues["schedule"],
  { date, start }: { readonly date: string; readonly start: string },
): RequestValues["schedule"] {
  if (schedule.kind === "recurring") {
    return { ...schedule, series: { ...schedule.series, firstDate: date, start } };
  }
  return { ...schedule, dates: schedule.dates.map((row, at) => (at === 0 ? { ...row, date, start } : row)) };
}

function holds(suggestion: Suggestion, values: RequestValues): boolean {
  switch (suggestion.kind) {
    case "title":
    case "notes":
      return values[suggestion.kind].trim() === suggestion.text;
    case "venue":
      return values.locationIds[0] === suggestion.locationId;
    case "start": {
      const { kind, dates, series } = values.schedule;
      const first = kind === "recurring" ? { date: series.firstDate, start: series.start } : dates[0];
      return first?.date === suggestion.date && first.start === suggestion.start;
    }
    default:
      return suggestion satisfies never;
  }
}
