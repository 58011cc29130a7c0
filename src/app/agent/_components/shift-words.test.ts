import { expect, test } from "vitest";
import { standingWords } from "./shift-words";

const open = { status: "offered", isFilled: false, isClosed: false, withdrawnReason: null } as const;

test.each([
  ["an offer", open, null],
  ["filled", { ...open, isFilled: true }, "Somebody else has this shift now."],
  ["closed", { ...open, isClosed: true }, "This shift is not needed any more."],
  ["expired", { ...open, status: "expired" as const }, "The time to answer is over."],
  ["declined", { ...open, status: "rejected" as const }, "You declined this shift."],
  ["accepted", { ...open, status: "accepted" as const }, "You are down for this shift."],
  [
    "taken back",
    { ...open, status: "withdrawn" as const, withdrawnReason: "Storm." },
    "This was taken back: “Storm.”",
  ],
])("%s", (_, shift, words) => {
  expect(standingWords(shift)).toBe(words);
});
