import { expect, test } from "vitest";
import { staleBooking } from "./difference-words";

const told = (field: string, before: unknown, after: unknown) =>
  staleBooking({ presentVersion: 3, differences: [{ field, before, after }] })?.changes[0];

test.each([
  ["title", "Tea", "", { label: "Title", before: "Tea", after: "none" }],
  ["locationIds", ["a"], ["a", "b"], { label: "Venues", before: "1 venue", after: "2 venues" }],
  [
    "eventDates",
    [],
    [{ localStart: "2027-03-06T10:00" }],
    { label: "Dates", before: "none", after: "2027-03-06 10:00" },
  ],
  [
    "plan",
    { activities: [] },
    { activities: [{ type: "Sampling" }, { type: "Quiz" }] },
    { label: "Plan", before: "nothing planned", after: "Sampling, Quiz" },
  ],
  ["contact", null, { name: "Ada" }, { label: "Contact", before: "none", after: "Ada" }],
  ["weather", 7, "rain", { label: "weather", before: "none", after: "rain" }],
])("a change of %s from %o to %o is told", (field, before, after, words) => {
  expect(told(field, before, after)).toEqual(words);
});

test("parts in a shape that nobody knows are told as none", () => {
  expect(told("eventDates", "soon", [{ localStart: 7 }])).toMatchObject({ before: "none", after: "none" });
  expect(told("plan", { activities: [{}] }, 7)).toMatchObject({
    before: "nothing planned",
    after: "nothing planned",
  });
});

test.each([
  [undefined],
  [{ differences: [] }],
  [{ presentVersion: 1.5, differences: [] }],
  [{ presentVersion: 3, differences: [{ before: 1 }] }],
  [{ presentVersion: 3, differences: {} }],
])("%o tells of no other version", (data) => {
  expect(staleBooking(data)).toBeNull();
});
