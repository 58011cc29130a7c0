import * as z from "zod";

/** What somebody else changed meanwhile, in few words. Pure. */

const conflictData = z.object({
  presentVersion: z.int(),
  differences: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

export interface StaleBooking {
  readonly presentVersion: number;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** The difference that a refused stale command tells of; null for any other refusal. */
export function staleBooking(data: unknown): StaleBooking | null {
  const parsed = conflictData.safeParse(data);
  if (!parsed.success) return null;
  return {
    presentVersion: parsed.data.presentVersion,
    changes: parsed.data.differences.map(({ field, before, after }) => ({
      label: LABELS[field] ?? field,
      before: inWords(field, before),
      after: inWords(field, after),
    })),
  };
}

const LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  locationIds: "Venues",
  eventDates: "Dates",
  plan: "Plan",
  contact: "Contact",
  notes: "Notes",
};

const dates = z.array(z.object({ localStart: z.string() }));
const plan = z.object({ activities: z.array(z.object({ type: z.string() })) });
const contact = z.object({ name: z.string() });
const DATES_NAMED_MAX = 4;

function inWords(field: string, value: unknown): string {
  if (field === "eventDates") return dateWords(dates.safeParse(value).data ?? []);
  if (field === "plan") {
    return (
      plan
        .safeParse(value)
        .data?.activities.map(({ type }) => type)
        .join(", ") || "nothing planned"
    );
  }
  if (field === "contact") return contact.safeParse(value).data?.name || "none";
  if (Array.isArray(value)) return value.length === 1 ? "1 venue" : `${value.length} venues`;
  return typeof value === "string" && value !== "" ? value : "none";
}

function dateWords(list: readonly { localStart: string }[]): string {
  if (list.length === 0) return "none";
  if (list.length > DATES_NAMED_MAX) return `${list.length} dates`;
  return list.map(({ localStart }) => localStart.replace("T", " ")).join(", ");
}
