import { expect, test } from "vitest";
import { askedFields, fieldOfChange, suggestionOf } from "./asked-changes";

const reason = "It is taken.";

test.each([
  ["title", "title"],
  ["eventDates", "schedule"],
  ["eventDates.0", "schedule"],
  ["locationIds[0]", "locationIds"],
  ["the weather", null],
  ["constructor", null],
])("a change of %s is about %s", (field, expected) => {
  expect(fieldOfChange({ field })).toBe(expected);
});

test("asked fields come in the order of the form, each once", () => {
  const changes = ["notes", "eventDates", "eventDates", "odd"].map((field) => ({ field, reason }));
  expect(askedFields(changes, ["title", "schedule", "notes"])).toEqual(["schedule", "notes"]);
});

test.each([
  ["title", " Tea tasting ", { kind: "title", text: "Tea tasting" }],
  ["eventDates", "2027-03-06T14:00", { kind: "start", date: "2027-03-06", start: "14:00" }],
  ["eventDates", "a week later", null],
  [
    "locationIds",
    "0199F7A0-0000-7000-8000-000000000001",
    { kind: "venue", locationId: "0199f7a0-0000-7000-8000-000000000001" },
  ],
  ["locationIds", "the park", null],
  ["plan", "one more host", null],
  ["notes", "", null],
])("the suggestion %s: %s", (field, suggestedValue, expected) => {
  expect(suggestionOf({ field, reason, suggestedValue })).toEqual(expected);
});
