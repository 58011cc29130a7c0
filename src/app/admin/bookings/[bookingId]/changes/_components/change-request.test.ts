import { expect, test } from "vitest";
import {
  type AskableField,
  changesSchema,
  type ChangesValues,
  emptyChanges,
  type FieldRequest,
  toWish,
} from "./change-request";

const asking = (
  fields: Partial<Record<AskableField, Partial<FieldRequest>>>,
  answerBy = "",
): ChangesValues => {
  const values = emptyChanges();
  for (const [field, change] of Object.entries(fields)) {
    Object.assign(values.fields[field as AskableField], { isAsked: true, ...change });
  }
  return { ...values, answerBy };
};
const messages = (values: ChangesValues) => {
  const result = changesSchema.safeParse(values);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

test("each field is sent with its reason and a suggestion that the client's form can take over", () => {
  const values = asking(
    {
      locationIds: { reason: "Closed that month", venueId: "v1", text: "unused" },
      eventDates: { reason: "Too early", day: "2026-12-16", time: "11:00" },
      notes: { reason: " Say who opens ", text: " " },
    },
    "2026-12-01",
  );
  expect(messages(values)).toEqual([]);
  expect(toWish({ bookingId: "b1", version: 3 }, values)).toEqual({
    bookingId: "b1",
    version: 3,
    changes: [
      { field: "locationIds", reason: "Closed that month", suggestedValue: "v1" },
      { field: "eventDates", reason: "Too early", suggestedValue: "2026-12-16T11:00" },
      { field: "notes", reason: "Say who opens" },
    ],
    answerBy: "2026-12-01",
  });
});

test("what is asked needs a reason, a start needs both parts, the last day has to be a date", () => {
  const values = asking({ title: {}, eventDates: { reason: "Too early", day: "2026-12-16" } }, "soon");
  expect(messages(values)).toEqual([
    "fields.title.reason: Say why to change the title.",
    "fields.eventDates.day: Enter both date and start of your suggestion, or neither.",
    "answerBy: Enter a real date: day, month and year.",
  ]);
});

test("a request without a field is none", () => {
  expect(messages(asking({}))).toEqual(["fields.title.isAsked: Choose at least one field to change."]);
});
