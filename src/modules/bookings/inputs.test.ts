import fc from "fast-check";
import { expect, test } from "vitest";
import { bookingId, venues } from "@/testing/builders/bookings";
import { toIsoInstant } from "@/values/venue-time";
import {
  approveInput,
  cancelInput,
  createInput,
  duplicateInput,
  importInput,
  rejectInput,
  requestChangesInput,
  submitInput,
  updateInput,
} from "./inputs";

const content = {
  title: "Tour",
  locationIds: [venues.park.id],
  schedule: { kind: "dates", dates: [] },
  plan: { activities: [] },
  contact: null,
  notes: "",
};
const target = { bookingId, version: 1 };

const schemas = {
  create: [createInput, content],
  update: [updateInput, { ...target, ...content }],
  submit: [submitInput, target],
  approve: [approveInput, { ...target, eventDates: [] }],
  reject: [rejectInput, { ...target, reason: "x", allowResubmission: true }],
  requestChanges: [requestChangesInput, { ...target, changes: [{ field: "title", reason: "x" }] }],
  cancel: [cancelInput, { ...target, reason: "x" }],
  duplicate: [duplicateInput, { bookingId }],
  import: [importInput, { ...content, clientId: bookingId, importKey: "1" }],
} as const;

const commands = Object.entries(schemas);

test.each(commands)("%s takes its own fields and no others", (_, [schema, input]) => {
  expect(schema.safeParse(input).success).toBe(true);
  for (const foreign of ["status", "role", "approvedBy", "createdBy", "decidedAt", "number", "__proto__x"]) {
    expect(schema.safeParse({ ...input, [foreign]: "x" }).success, foreign).toBe(false);
  }
});

test("an edit cannot move a booking to another client", () => {
  expect(updateInput.safeParse({ ...target, clientId: bookingId }).success).toBe(false);
});

test.each([
  ["NUL", "a\u0000b"],
  ["an escape character", "a\u001bb"],
  ["half a surrogate pair", "a\ud800b"],
  ["nothing but blanks", "  \n "],
  ["201 characters", "x".repeat(201)],
])("a title with %s is refused", (_, title) => {
  expect(createInput.safeParse({ ...content, title }).success).toBe(false);
});

test("line ends, tabs and whole pairs of surrogates are text", () => {
  expect(createInput.parse({ ...content, notes: "a\n\tb\r\n🫖" }).notes).toBe("a\n\tb\r\n🫖");
});

test("whatever passes as a date of an approval can be read as an instant", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 12 });
  const text = fc
    .record({
      year: fc.integer({ min: 0, max: 9999 }),
      rest: fc.constantFrom("-02-29T00:00:00", "-12-31T23:59:59", "-01-01T00:00"),
      digits,
      offset: fc.constantFrom("Z", "+14:00", "-23:59", "+00:00", "-00:00", "+24:00"),
    })
    .map(
      (one) =>
        `${String(one.year).padStart(4, "0")}${one.rest}${one.digits && `.${one.digits}`}${one.offset}`,
    );
  fc.assert(
    fc.property(text, (date) => {
      const parsed = approveInput.safeParse({ ...target, eventDates: [date] });
      if (parsed.success) expect(() => toIsoInstant(date)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

test("an answer-by date that no clock will see is refused", () => {
  const input = { ...target, changes: [{ field: "title", reason: "x" }], answerBy: "9999-12-31" };
  expect(requestChangesInput.safeParse(input).success).toBe(false);
});
