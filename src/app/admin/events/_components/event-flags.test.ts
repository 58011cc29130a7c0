import { expect, test } from "vitest";
import { flagsOf } from "./event-flags";

const moved = {
  from: "2026-12-05T10:00:00-05:00",
  reason: "Storm.",
  by: "a",
  at: "2026-12-01T10:00:00.000Z",
};
const readinessLost = { reasons: ["The venue is no longer confirmed."], at: "2026-12-01T10:00:00.000Z" };

test("readiness counts as lost only while the event is being prepared", () => {
  const details = { moved: null, readinessLost };
  expect(flagsOf({ status: "preparing", followUps: [] }, details)).toEqual(["readiness_lost"]);
  expect(flagsOf({ status: "in_progress", followUps: [] }, details)).toEqual([]);
});

test("a move and what is left to do stand beside any state", () => {
  expect(flagsOf({ status: "completed", followUps: ["x"] }, { moved, readinessLost: null })).toEqual([
    "rescheduled",
    "follow_ups_open",
  ]);
  expect(flagsOf({ status: "ready", followUps: [] }, undefined)).toEqual([]);
});
