import { expect, test } from "vitest";
import { canAnswerFor, isOpenAnswer, outcomeWords } from "./staff-words";

const bo = { name: "Bo Lind", answerNote: null, withdrawal: null } as const;
const withdrawal = {
  at: "2026-12-01T10:00:00.000Z",
  by: "system",
  reason: "Storm.",
  initiatedBy: "system",
  leadTimeHours: 48,
} as const;

test.each([
  ["declined", { ...bo, status: "rejected" } as const, "Bo Lind declined"],
  [
    "declined with a reason",
    { ...bo, status: "rejected", answerNote: "Away." } as const,
    "Bo Lind declined: “Away.”",
  ],
  ["expired", { ...bo, status: "expired" } as const, "Bo Lind did not answer in time"],
  ["taken back", { ...bo, status: "withdrawn", withdrawal } as const, "Taken back from Bo Lind: “Storm.”"],
  [
    "withdrew",
    { ...bo, status: "withdrawn", withdrawal: { ...withdrawal, initiatedBy: "agent" } } as const,
    "Bo Lind withdrew: “Storm.”",
  ],
])("%s", (_, asked, words) => {
  expect(outcomeWords(asked)).toBe(words);
  expect(isOpenAnswer(asked)).toBe(false);
});

test.each([
  ["a rest that is too short", { misfits: [{ isOverridable: true }] }, true],
  ["a missing paper beside it", { misfits: [{ isOverridable: true }, { isOverridable: false }] }, false],
  ["nothing that is named", { misfits: [] }, false],
  ["another refusal", undefined, false],
])("what the agency can answer for: %s", (_, data, isAnswerable) => {
  expect(canAnswerFor(data)).toBe(isAnswerable);
});
