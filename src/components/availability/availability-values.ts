import type { RouterOutputs } from "@/trpc/client";

export type AvailabilityRecord = RouterOutputs["staffing"]["availability"];

/** What the form holds: seven days from Monday on, and days that are otherwise. Clocks are empty for whole days. */
export interface AvailabilityValues {
  days: { hours: { from: string; to: string }[] }[];
  exceptions: {
    kind: "off" | "available";
    fromDate: string;
    untilDate: string;
    from: string;
    to: string;
    note: string;
  }[];
}

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export const newHours = { from: "09:00", to: "17:00" };
export const newException: AvailabilityValues["exceptions"][number] = {
  kind: "off",
  fromDate: "",
  untilDate: "",
  from: "",
  to: "",
  note: "",
};

export function valuesOf({
  weekly,
  exceptions,
}: Pick<AvailabilityRecord, "weekly" | "exceptions">): AvailabilityValues {
  return {
    days: weekdayNames.map((_, day) => ({
      hours: (weekly ?? [])
        .filter(({ weekday }) => weekday === day + 1)
        .map(({ from, to }) => ({ from, to })),
    })),
    exceptions: exceptions.map(({ hours, ...one }) => ({
      ...one,
      from: hours?.from ?? "",
      to: hours?.to ?? "",
    })),
  };
}

/** "Mon–Fri 09:00–17:00, Sat 10:00–14:00": days of the same hours that follow each other stand as one. */
export function weekWords(weekly: AvailabilityRecord["weekly"]): string {
  if (weekly === null) return "Not said yet";
  if (weekly.length === 0) return "Never";
  const spoken = valuesOf({ weekly, exceptions: [] }).days.map(({ hours }) =>
    hours.map(({ from, to }) => `${from}–${to}`).join(" and "),
  );
  const runs: { first: number; last: number; words: string }[] = [];
  spoken.forEach((words, day) => {
    const run = runs.at(-1);
    if (run && run.words === words) run.last = day;
    else runs.push({ first: day, last: day, words });
  });
  return runs
    .filter(({ words }) => words !== "")
    .map(({ first, last, words }) => `${short(first)}${first === last ? "" : `–${short(last)}`} ${words}`)
    .join(", ");
}

function short(day: number): string {
  return (weekdayNames[day] ?? "").slice(0, 3);
}
