import { isRecord } from "@/components/form/is-record";
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

type NameOf = (id: string) => string;

const GONE = "a record that is gone";
const LINES_MAX = 12;

/** What each difference takes away and what it brings; lines that stay the same are left out. `unnamed` stands for a record without a name. */
export function differenceWords(
  differences: readonly ContentDifference[],
  names: RecordNames,
  unnamed = GONE,
): DifferenceWords[] {
  const nameOf = (id: string) => names.get(id) ?? unnamed;
  return differences.map(({ field, before, after }) => {
    const [old, present] = [linesOf(field, before, nameOf), linesOf(field, after, nameOf)];
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
    .flatMap(({ before, after }) => [...listOf(before, isText), ...listOf(after, isText)]);
  return [...new Set(ids)];
}

/** The list when every item is as expected, else none. */
export function listOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): readonly Item[] {
  return Array.isArray(value) && value.every(isItem) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

type RequestedDate = Readonly<Record<"localStart" | "startsAt" | "endsAt", string>>;

function isDate(value: unknown): value is RequestedDate {
  return (
    isRecord(value) && isText(value["localStart"]) && isText(value["startsAt"]) && isText(value["endsAt"])
  );
}

interface Activity {
  readonly type: string;
  readonly description: string;
  readonly durationMinutes: number;
  readonly roles: readonly { readonly role: string; readonly headcount: number }[];
  readonly kits: readonly { readonly kitTemplateId: string; readonly quantity: number }[];
}

function isActivity(value: unknown): value is Activity {
  if (!isRecord(value)) return false;
  const { type, description, durationMinutes, roles, kits } = value;
  return (
    isText(type) &&
    isText(description) &&
    typeof durationMinutes === "number" &&
    areCounts(roles, "role", "headcount") &&
    areCounts(kits, "kitTemplateId", "quantity")
  );
}

function areCounts(value: unknown, name: string, count: string): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => isRecord(item) && isText(item[name]) && typeof item[count] === "number")
  );
}

function contactLines(value: unknown): string[] {
  if (!isRecord(value)) return [];
  const parts = [value["name"], value["phone"], value["email"]];
  return parts.every(isText) ? parts.filter((part) => part !== "") : [];
}

function linesOf(field: string, value: unknown, nameOf: NameOf): string[] {
  switch (field) {
    case "locationIds":
      return listOf(value, isText).map(nameOf);
    case "eventDates":
      return listOf(value, isDate).map((date) => `${localMoment(date.localStart)}, ${lengthOf(date)}`);
    case "plan":
      return planLines(value, nameOf);
    case "contact":
      return contactLines(value);
    default:
      return typeof value === "string" && value !== "" ? [value] : [];
  }
}

function planLines(value: unknown, nameOf: NameOf): string[] {
  const activities = isRecord(value) ? listOf(value["activities"], isActivity) : [];
  return activities.flatMap(({ type, description, durationMinutes, roles, kits }) => [
    `${type}, ${formatDuration(durationMinutes)}`,
    ...(description === "" ? [] : [`${type}: ${description}`]),
    ...roles.map(({ role, headcount }) => `${type}: ${headcount} × ${role}`),
    ...kits.map(({ kitTemplateId, quantity }) => `${type}: ${quantity} × ${nameOf(kitTemplateId)}`),
  ]);
}

function lengthOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return formatDuration((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

function capped(lines: readonly string[]): string[] {
  if (lines.length <= LINES_MAX) return [...lines];
  return [...lines.slice(0, LINES_MAX), `and ${lines.length - LINES_MAX} more`];
}
