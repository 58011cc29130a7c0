import { expect, test } from "vitest";
import { availabilitySchema } from "./availability-schema";
import { newException, valuesOf, weekWords } from "./availability-values";
import { paperState } from "./papers-list";

const weekdays = (days: readonly number[], from: string, to: string) =>
  days.map((weekday) => ({ weekday, from, to }));

test("a week reads as runs of days with the same hours", () => {
  expect(weekWords(weekdays([1, 2, 3, 4, 5], "09:00", "17:00"))).toBe("Mon–Fri 09:00–17:00");
  expect(weekWords([...weekdays([1, 3], "09:00", "12:00"), ...weekdays([3], "14:00", "18:00")])).toBe(
    "Mon 09:00–12:00, Wed 09:00–12:00 and 14:00–18:00",
  );
  expect(weekWords([])).toBe("Never");
  expect(weekWords(null)).toBe("Not said yet");
});

test("what the form holds is what was said, and back", () => {
  const said = {
    weekly: weekdays([2, 7], "00:00", "24:00"),
    exceptions: [
      { kind: "off" as const, fromDate: "2036-01-01", untilDate: "2036-01-02", hours: null, note: "Away" },
      {
        kind: "available" as const,
        fromDate: "2036-01-05",
        untilDate: "2036-01-05",
        hours: { from: "10:00", to: "14:00" },
        note: "",
      },
    ],
  };
  expect(availabilitySchema.parse(valuesOf(said))).toEqual(said);
});

test("a problem stands where it was typed", () => {
  const values = valuesOf({ weekly: weekdays([3], "18:00", "09:00"), exceptions: [] });
  const problems = availabilitySchema.safeParse({
    ...values,
    exceptions: [{ ...newException, fromDate: "2036-01-05", untilDate: "2036-01-04", from: "9" }],
  }).error?.issues;
  expect(problems?.map(({ path }) => path.join("."))).toEqual([
    "days.2.hours.0.to",
    "exceptions.0.from",
    "exceptions.0.to",
    "exceptions.0.to",
    "exceptions.0.untilDate",
  ]);
});

test("a paper holds on its last day and is worth a look four weeks before", () => {
  const now = "2035-10-10T12:00:00.000Z";
  expect(paperState("2035-10-09", now)).toBe("ended");
  expect(paperState("2035-10-10", now)).toBe("soon");
  expect(paperState("2035-11-06", now)).toBe("soon");
  expect(paperState("2035-11-07", now)).toBe("valid");
  expect(paperState(null, now)).toBe("valid");
});
