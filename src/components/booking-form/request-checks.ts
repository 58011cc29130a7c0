import * as z from "zod";
import { createInput, planSchema, scheduleSchema } from "@/modules/bookings/inputs";
import { parseSloppyDate } from "@/values/sloppy-date";
import { parseSloppyTime } from "@/values/sloppy-time";
import {
  type ActivityValues,
  isBlankDate,
  isBlankPlan,
  type RequestField,
  type RequestValues,
  type ScheduleValues,
  toPlan,
  toSchedule,
} from "./request-values";

/** What is wrong with a request, field by field, in the words of the form. Pure. */

type Path = readonly (string | number)[];

export interface RequestProblem {
  readonly path: Path;
  readonly message: string;
}

/** Whether dates and an activity have to be there: a draft may lack them, a request may not. */
export type Completeness = "draft" | "request";

/** A schema that looks at some fields of the form and leaves the others alone, for one step at a time. */
export function schemaFor(fields: readonly RequestField[], as: Completeness) {
  return z.custom<RequestValues>().superRefine((values, context) => {
    for (const { path, message } of problemsOf(values, fields, as)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });
}

/** All problems of some fields, in the order of the form. */
export function problemsOf(
  values: RequestValues,
  fields: readonly RequestField[],
  as: Completeness,
): RequestProblem[] {
  return fields.flatMap((field) => CHECKS[field](values, as));
}

const CHECKS: Readonly<
  Record<RequestField, (values: RequestValues, as: Completeness) => readonly RequestProblem[]>
> = {
  title: (values) => issues(createInput.shape.title, values.title, ["title"]),
  locationIds: ({ locationIds }) => venueProblems(locationIds),
  schedule: ({ schedule }, as) => scheduleProblems(schedule, as),
  plan: ({ plan }, as) => planProblems(plan, as),
  contact: ({ contact }) =>
    issues(createInput.shape.contact, { ...contact, email: contact.email.trim() }, ["contact"]),
  notes: (values) => issues(createInput.shape.notes, values.notes, ["notes"]),
};

function issues(
  schema: z.ZodType,
  value: unknown,
  at: Path,
  rename?: (path: Path) => Path,
): RequestProblem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return flat(result.error.issues).map(({ path, message }) => {
    const below = path.map((part) => (typeof part === "symbol" ? String(part) : part));
    return { path: [...at, ...(rename ? rename(below) : below)], message };
  });
}

/** The contact's e-mail is a union; what its last option says is what people should read. */
function flat(found: readonly z.core.$ZodIssue[]): { path: readonly PropertyKey[]; message: string }[] {
  return found.flatMap((issue) => {
    const inner = issue.code === "invalid_union" ? issue.errors.at(-1) : undefined;
    if (!inner) return [issue];
    return flat(inner).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  });
}

function venueProblems(locationIds: readonly string[]): RequestProblem[] {
  if (locationIds.filter((id) => id !== "").length === 0) {
    return [{ path: ["locationIds", 0], message: "Choose a venue." }];
  }
  const empty = locationIds.indexOf("");
  if (empty >= 0) {
    return [{ path: ["locationIds", empty], message: "Choose a venue, or remove this line." }];
  }
  return issues(createInput.shape.locationIds, locationIds, ["locationIds"]);
}

function scheduleProblems(schedule: ScheduleValues, as: Completeness): RequestProblem[] {
  const unread = schedule.kind === "dates" ? unreadDates(schedule) : unreadSeries(schedule);
  if (unread.length > 0) return unread;
  if (schedule.kind === "dates" && schedule.dates.every(isBlankDate)) {
    return as === "draft"
      ? []
      : [{ path: ["schedule", "dates", 0, "date"], message: "Add at least one date." }];
  }
  return issues(scheduleSchema, toSchedule(schedule), ["schedule"], (path) => formPath(path, schedule));
}

function unreadDates({ dates }: ScheduleValues): RequestProblem[] {
  return dates.flatMap((row, index) =>
    isBlankDate(row) ? [] : rowProblems(row, ["schedule", "dates", index], `Date ${index + 1}`),
  );
}

function rowProblems(
  row: { date: string; start: string; length?: number | string },
  at: Path,
  label: string,
) {
  return [
    ...textProblem(parseSloppyDate(row.date, { label }), [...at, "date"]),
    ...textProblem(parseSloppyTime(row.start, { label: `${label}: start` }), [...at, "start"]),
    ...(row.length === undefined ? [] : lengthProblem(row.length, [...at, "length"])),
  ];
}

function unreadSeries({ series }: ScheduleValues): RequestProblem[] {
  const at: Path = ["schedule", "series"];
  return [
    ...(Number.isInteger(series.interval)
      ? []
      : [{ path: [...at, "interval"], message: "Repeat every how many? Enter a whole number." }]),
    ...textProblem(parseSloppyDate(series.firstDate, { label: "First date" }), [...at, "firstDate"]),
    ...textProblem(parseSloppyDate(series.lastDate, { label: "Last date" }), [...at, "lastDate"]),
    ...textProblem(parseSloppyTime(series.start, { label: "Start" }), [...at, "start"]),
    ...lengthProblem(series.length, [...at, "length"]),
    ...series.extraDates.flatMap((row, index) =>
      isBlankDate(row) ? [] : rowProblems(row, [...at, "extraDates", index], `Extra date ${index + 1}`),
    ),
  ];
}

function textProblem(read: ReturnType<typeof parseSloppyDate>, path: Path): RequestProblem[] {
  return read.ok ? [] : [{ path, message: read.message }];
}

function lengthProblem(length: number | string, path: Path): RequestProblem[] {
  if (typeof length === "number" && length >= 1) return [];
  return [{ path, message: "Enter how long it takes, such as 4 h or 1 h 30 min." }];
}

const SERIES_PATHS: Readonly<Record<string, string>> = {
  startLocal: "firstDate",
  durationMinutes: "length",
  endDate: "lastDate",
};

/** Where the form shows what the command's schema found. Rows that ask for nothing are not among its dates. */
function formPath(path: Path, { dates }: ScheduleValues): Path {
  const [head, second, third] = path;
  if (head === "recurrence") {
    const name = String(second ?? "firstDate");
    if (name === "extraDates") return ["series", name, third ?? 0, "date"];
    return ["series", SERIES_PATHS[name] ?? name];
  }
  const meant = dates.flatMap((row, index) => (isBlankDate(row) ? [] : [index]));
  const row = typeof second === "number" ? (meant[second] ?? second) : 0;
  return ["dates", row, third === "durationMinutes" ? "length" : "date"];
}

function planProblems(plan: RequestValues["plan"], as: Completeness): RequestProblem[] {
  if (isBlankPlan(plan)) {
    if (as === "draft") return [];
    return [
      {
        path: ["plan", "activities", 0, "type"],
        message: "Say what is to happen: plan at least one activity.",
      },
    ];
  }
  const own = plan.activities.flatMap((activity, index) => {
    const at = ["plan", "activities", index];
    return [...lengthProblem(activity.length, [...at, "length"]), ...unchosen(activity, at)];
  });
  const known = new Set(own.map(({ path }) => path.join(".")));
  const rest = issues(planSchema, toPlan(plan), ["plan"], (path) =>
    path.map((part) => (part === "durationMinutes" ? "length" : part)),
  );
  const all = [...own, ...rest.filter(({ path }) => !known.has(path.join(".")))];
  return all.sort((one, other) => placeInPlan(one.path) - placeInPlan(other.path));
}

/** The fields of an activity from top to bottom, as the form shows them. */
const ACTIVITY_FIELDS = ["type", "description", "length", "roles", "kits"];

function placeInPlan([, , activity, field]: Path): number {
  const line = typeof activity === "number" ? activity : -1;
  return line * ACTIVITY_FIELDS.length + ACTIVITY_FIELDS.indexOf(String(field));
}

function unchosen({ kits }: ActivityValues, at: Path): RequestProblem[] {
  return kits.flatMap(({ kitTemplateId }, index) =>
    kitTemplateId === ""
      ? [{ path: [...at, "kits", index, "kitTemplateId"], message: "Choose a kit, or remove the line." }]
      : [],
  );
}
