import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { problemWish, sidesOf } from "./problem-wish";

const kit = { kitAssignmentId: testId(18, 1), code: "CART-01" };
const place = { eventId: testId(7, 1), activityId: testId(12, 1), locationId: testId(5, 1), kits: [kit] };
const description = "The tap leaks.";

test("what is wrong with the work is told of the activity", () => {
  expect(problemWish({ about: "activity", severity: "high", description }, place)).toEqual({
    to: "activity",
    input: { activityId: place.activityId, issueType: "other", description, impactLevel: "major" },
  });
});

test.each(["activity", "venue"] as const)("what cannot wait is told of the place at once: %s", (about) => {
  expect(problemWish({ about, severity: "critical", description }, place)).toMatchObject({
    to: "venue",
    input: { issueType: "safety", impactLevel: "major", needsImmediate: true },
  });
});

test("what is wrong with the place is told of it", () => {
  expect(problemWish({ about: "venue", severity: "low", description }, place)).toEqual({
    to: "venue",
    input: {
      eventId: place.eventId,
      locationId: place.locationId,
      issueType: "other",
      description,
      impactLevel: "minor",
      needsImmediate: false,
    },
  });
});

test("what is wrong with a kit that is there is told of it", () => {
  expect(sidesOf(place).at(-1)).toEqual({ value: kit.kitAssignmentId, label: "CART-01" });
  expect(problemWish({ about: kit.kitAssignmentId, severity: "critical", description }, place)).toEqual({
    to: "kit",
    input: {
      kitAssignmentId: kit.kitAssignmentId,
      issueType: "other",
      description,
      impactLevel: "major",
      needsImmediate: true,
    },
  });
});
