import { expect, test } from "vitest";
import { canAsk, canTakeBack, conflictLooks, mendWords } from "./conflict-words";

const shift = { assignmentId: "a", userId: "u", name: "Ada", responseDeadline: null } as const;

test("each kind says what mends it", () => {
  for (const kind of Object.keys(conflictLooks)) {
    expect(mendWords({ kind: kind as keyof typeof conflictLooks })).toMatch(/\.$/);
  }
});

test.each([
  ["an accepted overlap", { kind: "overlap", shift: { ...shift, status: "accepted" } }, true, false],
  ["an offered overlap", { kind: "overlap", shift: { ...shift, status: "offered" } }, true, true],
  ["a shift under way", { kind: "hours", shift: { ...shift, status: "checked_in" } }, false, false],
  ["an unanswered offer", { kind: "unconfirmed", shift: { ...shift, status: "offered" } }, false, true],
  ["a place that nobody has", { kind: "unfilled", shift: null }, false, true],
] as const)("%s is taken back, or somebody is asked, where that is possible", (_, conflict, back, ask) => {
  expect(canTakeBack(conflict)).toBe(back);
  expect(canAsk(conflict)).toBe(ask);
});
