import * as z from "zod";
import { fieldWords } from "@/app/admin/bookings/_components/field-words";
import { reasonSchema } from "@/modules/bookings/inputs";
import type { RouterInputs } from "@/trpc/client";
import { isLocalDateTime, parseLocalDate } from "@/values/civil";

/** What an admin asks a client to change, field by field, before it is sent. Pure. */

export const askableFields = ["title", "locationIds", "eventDates", "plan", "contact", "notes"] as const;
export type AskableField = (typeof askableFields)[number];

export interface FieldRequest {
  isAsked: boolean;
  reason: string;
  /** The suggestion as text, for fields of words. */
  text: string;
  /** The suggested venue's id, or "". */
  venueId: string;
  /** The suggested start at the venue, `YYYY-MM-DD` and `HH:mm`, or the text as typed. */
  day: string;
  time: string;
}

export interface ChangesValues {
  fields: Record<AskableField, FieldRequest>;
  /** `YYYY-MM-DD`, "" for the usual seven days, or the text as typed. */
  answerBy: string;
}

export function emptyChanges(): ChangesValues {
  const empty: FieldRequest = { isAsked: false, reason: "", text: "", venueId: "", day: "", time: "" };
  return {
    fields: {
      title: { ...empty },
      locationIds: { ...empty },
      eventDates: { ...empty },
      plan: { ...empty },
      contact: { ...empty },
      notes: { ...empty },
    },
    answerBy: "",
  };
}

const SUGGESTION_MAX = 500;
const REASON_MAX = 1000;

export const changesSchema = z.custom<ChangesValues>().superRefine(({ fields, answerBy }, context) => {
  const problem = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  for (const field of askableFields) {
    const { isAsked, reason, text, day, time } = fields[field];
    if (!isAsked) continue;
    if (!reasonSchema.safeParse(reason).success) {
      const max = reason.length > REASON_MAX ? `, in ${REASON_MAX} characters at most` : "";
      problem(["fields", field, "reason"], `Say why to change the ${fieldWords(field).toLowerCase()}${max}.`);
    }
    if (text.length > SUGGESTION_MAX) {
      problem(["fields", field, "text"], `A suggestion can have ${SUGGESTION_MAX} characters at most.`);
    }
    if ((day !== "" || time !== "") && !isLocalDateTime(`${day}T${time}`)) {
      problem(["fields", field, "day"], "Enter both date and start of your suggestion, or neither.");
    }
  }
  if (askableFields.every((field) => !fields[field].isAsked)) {
    problem(["fields", "title", "isAsked"], "Choose at least one field to change.");
  }
  if (answerBy !== "" && parseLocalDate(answerBy) === null) {
    problem(["answerBy"], "Enter a real date: day, month and year.");
  }
});

type ChangesWish = Omit<RouterInputs["bookings"]["requestChanges"], "idempotencyKey">;

export function toWish(
  booking: { readonly bookingId: string; readonly version: number },
  { fields, answerBy }: ChangesValues,
): ChangesWish {
  const changes = askableFields
    .filter((field) => fields[field].isAsked)
    .map((field) => {
      const suggestedValue = suggestionOf(field, fields[field]);
      return { field, reason: fields[field].reason.trim(), ...(suggestedValue !== "" && { suggestedValue }) };
    });
  const { bookingId, version } = booking;
  return { bookingId, version, changes, ...(answerBy !== "" && { answerBy }) };
}

/** As the client's form takes it over by one press: a venue's id, a start, or words. */
function suggestionOf(field: AskableField, { text, venueId, day, time }: FieldRequest): string {
  if (field === "locationIds") return venueId;
  if (field === "eventDates") return day === "" ? "" : `${day}T${time}`;
  return text.trim();
}
