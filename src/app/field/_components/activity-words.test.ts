import { expect, test } from "vitest";
import { activityWords } from "./activity-words";

const activity = { status: "planned", duration: 60, startedAt: null, elapsedMinutes: null } as const;
const startedAt = "2026-10-14T10:00:00Z";
const running = { ...activity, status: "in_progress", startedAt } as const;

test.each([
  [activity, "2026-10-14T10:00:00Z", "Planned for 1 h"],
  [running, "2026-10-14T10:00:30Z", "0 min of 1 h"],
  [running, "2026-10-14T11:00:59Z", "1 h of 1 h"],
  [running, "2026-10-14T11:15:00Z", "15 min over its 1 h"],
  // Clocks of phones are off.
  [running, "2026-10-14T09:59:00Z", "0 min of 1 h"],
  [
    { ...running, status: "completed", elapsedMinutes: 49.6 },
    "2026-10-14T12:00:00Z",
    "Took 50 min, planned 1 h",
  ],
  [{ ...activity, status: "cancelled" }, "2026-10-14T12:00:00Z", "Was planned for 1 h"],
] as const)("an activity against its plan (%#)", (given, now, words) => {
  expect(activityWords(given, now)).toBe(words);
});
