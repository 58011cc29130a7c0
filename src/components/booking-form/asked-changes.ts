import { isLocalDateTime } from "@/values/civil";
import { isUuidText } from "@/values/uuid-text";
import type { BookingDetail, RequestField } from "./request-values";

/** What the agency asked to change, sorted to the fields of the form. Pure. */

export type AskedChange = NonNullable<BookingDetail["changeRequest"]>["changes"][number];

const FIELDS: Readonly<Record<string, RequestField>> = {
  title: "title",
  locationIds: "locationIds",
  eventDates: "schedule",
  schedule: "schedule",
  plan: "plan",
  contact: "contact",
  notes: "notes",
};

/** The form's field that a change is about; null for a name that no field has. */
export function fieldOfChange({ field }: Pick<AskedChange, "field">): RequestField | null {
  const [head = ""] = field.split(/[.[]/);
  return Object.hasOwn(FIELDS, head) ? (FIELDS[head] ?? null) : null;
}

/** The asked fields in the order of the form. */
export function askedFields(
  changes: readonly AskedChange[],
  order: readonly RequestField[],
): readonly RequestField[] {
  return order.filter((field) => changes.some((change) => fieldOfChange(change) === field));
}

/** How a suggestion can be taken over by one press; null when a person has to read and type. */
export type Suggestion =
  | { readonly kind: "title" | "notes"; readonly text: string }
  | { readonly kind: "venue"; readonly locationId: string }
  | { readonly kind: "start"; readonly date: string; readonly start: string };

export function suggestionOf(change: AskedChange): Suggestion | null {
  const value = change.suggestedValue?.trim() ?? "";
  if (value === "") return null;
  const field = fieldOfChange(change);
  if (field === "title" || field === "notes") return { kind: field, text: value };
  if (field === "locationIds" && isUuidText(value)) return { kind: "venue", locationId: value.toLowerCase() };
  if (field === "schedule" && isLocalDateTime(value)) {
    return { kind: "start", date: value.slice(0, 10), start: value.slice(11, 16) };
  }
  return null;
}
