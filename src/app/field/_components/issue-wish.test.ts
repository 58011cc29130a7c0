import { expect, test } from "vitest";
import { type IssueAnswers, issueWish } from "./issue-wish";

const of = {
  eventId: "event-1",
  locationId: "park",
  activities: [{ id: "activity-1", activityType: "Sampling" }],
};
const answers: IssueAnswers = {
  about: "kit",
  venueProblem: "other",
  severity: "high",
  description: "The urn leaks.",
  actionTaken: "",
  photoIds: ["photo-1"],
};
const wish = (change: Partial<IssueAnswers>) => issueWish({ ...answers, ...change }, of);

test("a side of the event is an issue of the event", () => {
  expect(wish({ actionTaken: "Mopped up." })).toEqual({
    to: "event",
    input: {
      eventId: "event-1",
      issueType: "kit",
      severity: "high",
      description: "The urn leaks.",
      immediateActionTaken: "Mopped up.",
      photoIds: ["photo-1"],
    },
  });
  expect(wish({ about: "other" }).input).not.toHaveProperty("immediateActionTaken");
});

test("another time is asked for in an issue of the event", () => {
  expect(wish({ about: "time", description: "The hall is double-booked; Sunday would do." })).toMatchObject({
    to: "event",
    input: {
      issueType: "other",
      description: "Another time is asked for: The hall is double-booked; Sunday would do.",
    },
  });
});

test("the venue's issues say what is wrong there, and whether somebody has to come at once", () => {
  const input = {
    eventId: "event-1",
    locationId: "park",
    issueType: "access",
    description: "The urn leaks.",
  };
  expect(wish({ about: "venue", venueProblem: "access" })).toEqual({
    to: "venue",
    input: { ...input, impactLevel: "major", needsImmediate: false, photoIds: ["photo-1"] },
  });
  expect(wish({ about: "venue", venueProblem: "access", severity: "critical" }).input).toMatchObject({
    impactLevel: "major",
    needsImmediate: true,
  });
});

test("an activity's issue is its own, unless it is critical: then the event's", () => {
  expect(wish({ about: "activity-1", severity: "low", actionTaken: "Mopped up." })).toEqual({
    to: "activity",
    input: {
      activityId: "activity-1",
      issueType: "other",
      description: "The urn leaks.\nDone at once: Mopped up.",
      impactLevel: "minor",
      photoIds: ["photo-1"],
    },
  });
  expect(wish({ about: "activity-1", severity: "critical" })).toMatchObject({
    to: "event",
    input: { severity: "critical", issueType: "other", description: "Sampling: The urn leaks." },
  });
});
