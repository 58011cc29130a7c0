import { expect, test } from "vitest";
import { draftKey, isUsable } from "./local-draft";

const now = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["of this minute", "2026-11-23T11:59:00Z", true],
  ["of nearly seven days ago", "2026-11-16T12:00:01Z", true],
  ["of seven days ago", "2026-11-16T12:00:00Z", false],
  ["from a clock that runs ahead", "2026-11-24T12:00:00Z", false],
  ["without a readable time", "soon", false],
])("a draft %s: %s is usable %s", (_, savedAt, usable) => {
  expect(isUsable({ shape: 2, savedAt }, now)).toBe(usable);
});

test("a draft of another shape is not read", () => {
  expect(isUsable({ shape: 1, savedAt: "2026-11-23T11:59:00Z" }, now)).toBe(false);
});

test("each person has a draft of their own for each booking and for each client they book for", () => {
  const abouts = [{}, { bookingId: "x" }, { clientId: "x" }, { clientId: "y" }];
  const keys = ["a", "b"].flatMap((person) => abouts.map((about) => draftKey(person, about)));
  expect(new Set(keys).size).toBe(8);
});

test("the client of a booking that exists makes no other draft of it", () => {
  expect(draftKey("a", { bookingId: "x", clientId: "y" })).toBe(draftKey("a", { bookingId: "x" }));
});
