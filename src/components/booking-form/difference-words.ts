import { isRecord } from "@/components/form/is-record";

/** What somebody else changed meanwhile, in few words. Pure. */

export interface StaleBooking {
  readonly presentVersion: number;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** The difference that a refused stale command tells of; null for any other refusal. */
export function staleBooking(data: unknown): StaleBooking | null {
  if (!isRecord(data)) return null;
  const { presentVersion, differences } = data;
  if (typeof presentVersion !== "number" || !Number.isSafeInteger(presentVersion)) return null;
  if (!isListOf(differences, isDifference)) return null;
  return {
    presentVersion,
    changes: differences.map(({ field, before, after }) => ({
      label: LABELS[field] ?? field,
      before: inWords(field, before),
      after: inWords(field, after),
    })),
  };
}

/** Read by hand: zod would weigh more than the whole form. */
function isDifference(value: unknown): value is { field: string; before?: unknown; after?: unknown } {
  return isRecord(value) && typeof value["field"] === "string";
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

const LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  locationIds: "Venues",
  eventDates: "Dates",
  plan: "Plan",
  contact: "Contact",
  notes: "Notes",
};

const DATES_NAMED_MAX = 4;

function inWords(field: string, value: unknown): string {
  if (field === "eventDates") return dateWords(isListOf(value, isDate) ? value : []);
  if (field === "plan") return planWords(value);
  if (field === "contact")
    return (isRecord(value) && typeof value["name"] === "string" && value["name"]) || "none";
  if (Array.isArray(value)) return value.length === 1 ? "1 venue" : `${value.length} venues`;
  return typeof value === "string" && value !== "" ? value : "none";
}

function isDate(value: unknown): value is { localStart: string } {
  return isRecord(value) && typeof value["localStart"] === "string";
}

function isActivity(value: unknown): value is { type: string } {
  return isRecord(value) && typeof value["type"] === "string";
}

function planWords(value: unknown): string {
  const activities = isRecord(value) ? value["activities"] : undefined;
  if (!isListOf(activities, isActivity)) return "nothing planned";
  return activities.map(({ type }) => type).join(", ") || "nothing planned";
}

function dateWords(list: readonly { localStart: string }[]): string {
  if (list.length === 0) return "none";
  if (list.length > DATES_NAMED_MAX) return `${list.length} dates`;
  return list.map(({ localStart }) => localStart.replace("T", " ")).join(", ");
}
