import { expect, test } from "vitest";
import { type Verdict, whyWords } from "./why-words";

const clash = {
  startsAt: "2026-12-05T15:00:00.000Z",
  venueName: "Union Square",
  bookingId: "b1",
  bookingNumber: 1039,
  bookingTitle: "Tea tasting",
  clientId: "c1",
  otherStartsAt: "2026-12-05T14:00:00.000Z",
  otherEndsAt: "2026-12-05T16:00:00.000Z",
  strength: "approved",
} as const;

const verdictOf = (warnings: Verdict["warnings"]): Verdict => ({
  dateId: "d1",
  startsAt: clash.startsAt,
  verdict: "blocked",
  warnings,
});

test("a clash names the venue, the other booking and its time at the venue", () => {
  const verdict = verdictOf([{ kind: "venue_clash", clash }, { kind: "past" }]);
  expect(whyWords(verdict, "America/New_York", "2026-11-23T12:00:00Z")).toEqual([
    {
      id: "d1 0",
      text: "Union Square is taken by BK-1039, Tea tasting: Sat 5 Dec 09:00–11:00, New York time.",
      other: { bookingId: "b1", number: "BK-1039" },
    },
    { id: "d1 1", text: "This date has already begun.", other: null },
  ]);
});

test("a duplicate says how far the other one is", () => {
  const verdict = verdictOf([{ kind: "duplicate", clash: { ...clash, strength: "asked" } }]);
  expect(whyWords(verdict, "UTC", "2026-11-23T12:00:00Z")[0]?.text).toBe(
    "The same client has this place and start in BK-1039, Tea tasting as well: nothing is decided there yet.",
  );
});
