import * as z from "zod";
import { formatDuration } from "@/values/format-time";
import { localMoment } from "./local-moment";

/** Differences between two versions of a request, in words. Their values are JSON of an earlier release too. */

export interface ContentDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Names of venues and kits by id. */
export type RecordNames = ReadonlyMap<string, string>;

export interface DifferenceWords {
  readonly label: string;
  /** Lines; none when there was nothing. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  locationIds: "Venues",
  eventDates: "Dates",
  plan: "Plan",
  contact: "Contact",
  notes: "Notes",
};

const GONE = "a record that is gone";
const LINES_MAX = 12;

/** What each difference takes away and what it brings; lines that stay the same are left out. */
export function differenceWords(
  differences: readonly ContentDifference[],
  names: RecordNames,
): DifferenceWords[] {
  return differences.map(({ field, before, after }) => {
    const [old, present] = [linesOf(field, before, names), linesOf(field, after, names)];
    return {
      label: LABELS[field] ?? field,
      before: capped(old.filter((line) => !present.includes(line))),
      after: capped(present.filter((line) => !old.includes(line))),
    };
  });
}

/** Ids of venues that the differences name. */
export function venueIdsOf(differences: readonly ContentDifference[]): string[] {
  const ids = differences
    .filter(({ field }) => field === "locationIds")
    .flatMap(({ before, after }) => [...read(idList, before), ...read(idList, after)]);
  return [...new Set(ids)];
}

const idList = z.array(z.string()).catch([]);
const dateList = z
  .array(z.object({ localStart: z.string(), startsAt: z.string(), endsAt: z.string() }))
  .catch([]);
const planShape = z
  .object({
    activities: z.array(
      z.object({
        type: z.string(),
        description: z.string(),
        durationMinutes: z.number(),
        roles: z.array(z.object({ role: z.string(), headcount: z.number() })),
        kits: z.array(z.object({ kitTemplateId: z.string(), quantity: z.number() })),
      }),
    ),
  })
  .catch({ activities: [] });
const contactShape = z
  .object({ name: z.string(), phone: z.string(), email: z.string() })
  .catch({ name: "", phone: "", email: "" });

function read<Shape>(schema: z.ZodType<Shape>, value: unknown): Shape {
  return schema.parse(value);
}

function linesOf(field: string, value: unknown, names: RecordNames): string[] {
  switch (field) {
    case "locationIds":
      return read(idList, value).map((id) => names.get(id) ?? GONE);
    case "eventDates":
      return read(dateList, value).map((date) => `${localMoment(date.localStart)}, ${lengthOf(date)}`);
    case "plan":
      return planLines(value, names);
    case "contact": {
      const { name, phone, email } = read(contactShape, value);
      return [name, phone, email].filter((part) => part !== "");
    }
    default:
      return typeof value === "string" && value !== "" ? [value] : [];
  }
}

function planLines(value: unknown, names: RecordNames): string[] {
  return read(planShape, value).activities.flatMap(({ type, description, durationMinutes, roles, kits }) => [
    `${type}, ${formatDuration(durationMinutes)}`,
    ...(description === "" ? [] : [`${type}: ${description}`]),
    ...roles.map(({ role, headcount }) => `${type}: ${headcount} × ${role}`),
    ...kits.map(
      ({ kitTemplateId, quantity }) => `${type}: ${quantity} × ${names.get(kitTemplateId) ?? GONE}`,
    ),
  ]);
}

function lengthOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return formatDuration((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

function capped(lines: readonly string[]): string[] {
  if (lines.length <= LINES_MAX) return [...lines];
  return [...lines.slice(0, LINES_MAX), `and ${lines.length - LINES_MAX} more`];
}
