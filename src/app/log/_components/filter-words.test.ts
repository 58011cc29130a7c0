import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { countWords, filterChips, timeWords } from "./filter-words";
import { isNarrowed, logParsers } from "./log-view";

const load = createLoader(logParsers);

test("every filter that is on has a chip, and taking all chips off leaves none on", () => {
  const view = load(
    "?type=BOOKING_CREATED&category=kit&id=Mina&chain=b&actor=x&source=bookings.create&field=severity&value=critical&state=dead&handler=workflow",
  );
  const chips = filterChips(view, "Ada Brook");
  expect(chips.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "About: Mina",
    "Category: kit",
    "Type: BOOKING_CREATED",
    "Handler: workflow parked",
    "Actor: Ada Brook",
    "Source: bookings.create",
    "Payload: severity = critical",
    "Chain: b",
  ]);
  const without = chips.reduce((before, chip) => ({ ...before, ...chip.without }), view);
  expect(isNarrowed(without)).toBe(false);
  expect(filterChips(load(""), undefined)).toEqual([]);
});

test("the time that is searched is always said", () => {
  expect(timeWords(load(""))).toBe("Last 24 hours");
  expect(timeWords(load("?from=2026-11-23T12:00:00.000Z"))).toBe("From 2026-11-23 12:00 UTC");
  expect(timeWords(load("?from=2026-11-23T12:00:00.000Z&to=2026-11-24T12:00:00.000Z"))).toBe(
    "2026-11-23 12:00 to 2026-11-24 12:00 UTC",
  );
  expect(timeWords(load("?range=7d&to=2026-11-24T12:00:00.000Z"))).toBe(
    "Last 7 days, until 2026-11-24 12:00 UTC",
  );
});

test("counts are exact or marked", () => {
  const exact = (count: number) => countWords({ count, isMore: false, about: null });
  expect([0, 1, 1_000].map(exact)).toEqual(["0 entries", "1 entry", "1\u00A0000 entries"]);
  expect(countWords({ count: 1_000, isMore: true, about: null })).toBe("1\u00A0000+ entries");
  expect(countWords({ count: 1_000, isMore: true, about: 12_389 })).toBe("≈ 12\u00A0400 entries");
});
