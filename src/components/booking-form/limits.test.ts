import { expect, test } from "vitest";
import * as inputs from "@/modules/bookings/inputs";
import { isUuid } from "@/values/ids";
import * as pattern from "@/values/recurrence-pattern";
import * as limits from "./limits";

test("the form offers as much as the commands take", () => {
  expect(limits.venuesMax).toBe(inputs.venuesMax);
  expect(limits.activitiesMax).toBe(inputs.activitiesMax);
  expect(limits.recurrenceDatesMax).toBe(pattern.recurrenceDatesMax);
  expect(limits.recurrenceIntervalMax).toBe(pattern.recurrenceIntervalMax);
  expect(limits.weekdays).toEqual(pattern.weekdays);
});

test.each([
  ["0199f7a0-0000-7000-8000-000000000001", true],
  ["0199F7A0-0000-7000-8000-00000000000A", true],
  ["0199f7a0-0000-9000-8000-000000000001", false],
  ["0199f7a0-0000-7000-7000-000000000001", false],
  ["the park", false],
])("%s is an id: %s, here as among the values", (text, isId) => {
  expect([limits.isIdText(text), isUuid(text)]).toEqual([isId, isId]);
});
