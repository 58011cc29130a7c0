import { expect, test } from "vitest";
import * as inputs from "@/modules/bookings/inputs";
import * as pattern from "@/values/recurrence-pattern";
import * as limits from "./limits";

test("the form offers as much as the commands take", () => {
  expect(limits.venuesMax).toBe(inputs.venuesMax);
  expect(limits.activitiesMax).toBe(inputs.activitiesMax);
  expect(limits.recurrenceDatesMax).toBe(pattern.recurrenceDatesMax);
  expect(limits.recurrenceIntervalMax).toBe(pattern.recurrenceIntervalMax);
  expect(limits.weekdays).toEqual(pattern.weekdays);
});
