import { expect, test } from "vitest";
import { type ReportAnswers, reportWish } from "./report-wish";

const of = { eventId: "e", locationId: "l" };
const answers: ReportAnswers = {
  about: "logistics",
  severity: "critical",
  description: "No power.",
  actionTaken: "",
  photoIds: ["p"],
};

test("a problem of the event is the event's, with what was done beside it", () => {
  expect(reportWish(answers, of)).toEqual({
    to: "event",
    input: {
      eventId: "e",
      issueType: "logistics",
      severity: "critical",
      description: "No power.",
      photoIds: ["p"],
    },
  });
  expect(reportWish({ ...answers, actionTaken: "Called." }, of).input).toMatchObject({
    immediateActionTaken: "Called.",
  });
});

test("a problem of the venue is the venue's, which has no field for what was done", () => {
  const venue = { ...answers, about: "venue-access", actionTaken: "Called." } as const;
  expect(reportWish(venue, of)).toEqual({
    to: "venue",
    input: {
      eventId: "e",
      locationId: "l",
      issueType: "access",
      description: "No power.\nDone at once: Called.",
      impactLevel: "major",
      needsImmediate: true,
      photoIds: ["p"],
    },
  });
  expect(reportWish({ ...venue, severity: "medium" }, of).input).toMatchObject({
    impactLevel: "moderate",
    needsImmediate: false,
  });
});
