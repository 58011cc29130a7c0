import { describe, expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { completeInput, previewRescheduleInput, swapSlotsInput } from "./life";

const outcomes = { metExpectations: true, metrics: {}, notes: "" };
const completed = (metrics: Record<string, unknown>) =>
  completeInput.safeParse({ eventId: testId(7, 1), version: 1, outcomes: { ...outcomes, metrics } });

describe("figures of an outcome", () => {
  test.each([
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a text", "40"],
    ["nothing", null],
  ])("%s is no figure, and its field is named", (_, value) => {
    const { success, error } = completed({ samples: value });
    expect(success).toBe(false);
    expect(error?.issues[0]).toMatchObject({
      path: ["outcomes", "metrics", "samples"],
      message: "Enter a number.",
    });
  });

  test.each([
    [2_000_000_001, "This number is too large."],
    [-2_000_000_001, "This number is too small."],
  ])("%s is out of bounds", (value, message) => {
    expect(completed({ samples: value }).error?.issues[0]?.message).toBe(message);
  });

  test("a figure has a name, and there are fifty at most", () => {
    expect(completed({ " ": 1 }).success).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`figure ${index}`, index]));
    expect(completed(many).error?.issues[0]?.message).toBe("Record 50 figures at most.");
    expect(completed({ samples: 0, "mood, 1 to 5": 4.5 }).success).toBe(true);
  });
});

test.each(["2026-02-30T10:00", "2026-12-05", "tomorrow", "2026-12-05T25:00", "2226-12-05T10:00", ""])(
  "a move to %j is no date and time",
  (newDate) => {
    expect(previewRescheduleInput.safeParse({ eventId: testId(7, 1), newDate }).success).toBe(false);
  },
);

test("a swap needs a reason, and the version of both", () => {
  const wish = {
    eventId: testId(7, 1),
    otherEventId: testId(7, 2),
    version: 1,
    otherVersion: 1,
    reason: "The bands traded places.",
    notifyStaff: true,
    notifyClient: true,
  };
  expect(swapSlotsInput.safeParse(wish).success).toBe(true);
  expect(swapSlotsInput.safeParse({ ...wish, reason: " " }).success).toBe(false);
  expect(swapSlotsInput.safeParse({ ...wish, otherVersion: undefined }).success).toBe(false);
});
