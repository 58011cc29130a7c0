import { expect, expectTypeOf, test } from "vitest";
import { parsePayload } from "./catalog";
import { type Fact, type FactOf, fact } from "./fact";

const cancelled = {
  eventId: "e",
  bookingId: "b",
  reportedBy: "u",
  reportedAt: "2026-10-31T15:10:00.000Z",
  issueType: "venue",
  severity: "high",
  description: "The gate is locked.",
} as const;

test("optional fields that are undefined are left out, so that the payload is valid", () => {
  const reported = fact("EVENT_ISSUE_REPORTED", { ...cancelled, immediateActionTaken: undefined });
  expect(Object.keys(reported.payload)).not.toContain("immediateActionTaken");
  expect(parsePayload(reported.type, reported.payload)).toEqual(cancelled);
});

test("undefined is left out of lists and metadata too", () => {
  const requested = fact(
    "BOOKING_CHANGES_REQUESTED",
    {
      bookingId: "b",
      clientId: "c",
      requestedBy: "u",
      requestedAt: "2026-10-31T15:10:00.000Z",
      changes: [{ field: "title", reason: "Too long.", suggestedValue: undefined }],
    },
    { rrule: undefined, corrected: true },
  );
  expect(requested.payload.changes.map((change) => Object.keys(change))).toEqual([["field", "reason"]]);
  expect(requested.metadata).toStrictEqual({ corrected: true });
});

test("without metadata there is no metadata key", () => {
  expect(Object.keys(fact("EVENT_ISSUE_REPORTED", cancelled))).toEqual(["type", "payload"]);
});

test("a fact of one type is a fact, and a fact narrows by its type", () => {
  const reported: Fact = fact("EVENT_ISSUE_REPORTED", cancelled);
  expectTypeOf<FactOf<"EVENT_READY">>().toExtend<Fact>();
  if (reported.type === "EVENT_ISSUE_REPORTED") expectTypeOf(reported.payload.severity).toExtend<string>();
});

test("a wrong payload does not compile", () => {
  // @ts-expect-error a required field may not be undefined
  fact("EVENT_ISSUE_REPORTED", { ...cancelled, description: undefined });
  // @ts-expect-error the literal is draft
  fact("BOOKING_CREATED", { bookingId: "b", clientId: "c", title: "t", status: "final", createdBy: "u" });
  // @ts-expect-error only the server sets the user
  fact("EVENT_ISSUE_REPORTED", cancelled, { userId: "u" });
  expect.assertions(0);
});
