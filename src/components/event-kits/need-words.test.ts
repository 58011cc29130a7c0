import { expect, test } from "vitest";
import { needNotes } from "./need-words";

const clock = { timeZone: "America/New_York", now: "2026-11-14T15:00:00.000Z" };
const need = {
  unit: null,
  status: "assigned",
  windowStart: "2026-12-04T15:00:00.000Z",
  prepared: null,
  acceptedShort: null,
  out: null,
  notes: "",
} as const;
const unit = { id: "1", code: "TEA-01", status: "available" } as const;

test("a need says what is still to be done", () => {
  expect(needNotes(need, clock)).toEqual([
    expect.stringMatching(/^No kit is bound yet\. Packing begins .*10:00/),
  ]);
  expect(needNotes({ ...need, unit }, clock)).toEqual([expect.stringMatching(/^Packing begins /)]);
});

test("who packed it, why it is short and who settled for that, then who has it", () => {
  const prepared = { by: "Mia", at: "2026-12-04T18:00:00.000Z", shortReason: "Two are being mended." };
  const acceptedShort = { by: "Ana", at: prepared.at, reason: "Four will do." };
  const packed = { ...need, unit, status: "prepared", prepared, acceptedShort } as const;
  expect(needNotes(packed, clock)).toEqual([
    expect.stringMatching(/^Packed by Mia, /),
    "Packed short: Two are being mended.",
    "Ana settled for less: Four will do.",
  ]);
  const out = { to: "Mia", expectedReturn: "2026-12-06T17:00:00.000Z", isOverdue: false };
  expect(needNotes({ ...packed, status: "checked_out", out, acceptedShort: null }, clock)).toEqual([
    "Packed short: Two are being mended.",
    expect.stringMatching(/^With Mia, expected back .*12:00/),
  ]);
});
