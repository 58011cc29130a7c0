import { expect, test } from "vitest";
import { cellText, cellTitle, dueText, type ReadinessCell } from "./cell-words";

const cell = (change: Partial<ReadinessCell> = {}): ReadinessCell => ({
  part: "logistics",
  state: "overdue",
  met: 1,
  needed: 3,
  text: "1 of 3 logistics tasks done.",
  dueAt: "2026-10-13T23:00:00.000Z",
  saidAt: null,
  ...change,
});

test("a cell says how much of how much, or the word where there is one thing to count", () => {
  expect(cellText(cell())).toBe("1 of 3");
  expect(cellText(cell({ state: "none", needed: 0 }))).toBe("–");
  expect(cellText(cell({ state: "waiting" }))).toBe("Not begun");
  expect(cellText(cell({ part: "venue", state: "met" }))).toBe("Confirmed");
  expect(cellText(cell({ part: "venue", state: "lost" }))).toBe("Lost");
});

test("what is missing is due on the calendar of the venue", () => {
  expect(dueText(cell(), "Europe/Berlin", "2026-10-01T00:00:00.000Z")).toBe("due Wed 14 Oct");
  expect(dueText(cell({ dueAt: null }), "Europe/Berlin", "2026-10-01T00:00:00.000Z")).toBeNull();
});

test("a screen reader hears which part of which event it is and what is the matter", () => {
  expect(cellTitle({ number: 221 }, cell())).toBe(
    "Logistics of EV-221: overdue. 1 of 3 logistics tasks done.",
  );
});
