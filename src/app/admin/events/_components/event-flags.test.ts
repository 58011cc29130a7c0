import { expect, test } from "vitest";
import { flagsOf } from "./event-flags";

const moved = {
  from: "2026-12-05T10:00:00-05:00",
  reason: "Storm.",
  by: "a",
  at: "2026-12-01T10:00:00.000Z",
};
const readinessLost = { reasons: ["The venue is no longer confirmed."], at: "2026-12-01T10:00:00.000Z" };

test("readiness that was lost stands out", () => {
  expect(flagsOf({ readinessLost, followUps: [] }, undefined)).toEqual(["readiness_lost"]);
});

test("a move and what is left to do stand beside any state", () => {
  expect(flagsOf({ readinessLost: null, followUps: ["x"] }, { moved })).toEqual([
    "rescheduled",
    "follow_ups_open",
  ]);
  expect(flagsOf({ readinessLost: null, followUps: [] }, undefined)).toEqual([]);
});
