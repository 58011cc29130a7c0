import { expect, test } from "vitest";
import { type ExpiredPart, timelineParts } from "./timeline-parts";

const entry = (at: string) => ({ at });
const gone = (kind: string, month: string): ExpiredPart => ({
  kind,
  entries: 3,
  expiredOn: "2028-01-01",
  at: `${month}-28T23:59:59.999Z`,
});
const words = (...given: Parameters<typeof timelineParts>) =>
  timelineParts(...given).map((part) =>
    part.kind === "expired"
      ? `${part.expired.kind} gone`
      : part.entries.map(({ at }) => at.slice(0, 7)).join(" "),
  );

const entries = [entry("2026-05-01T00:00:00Z"), entry("2026-04-01T00:00:00Z"), entry("2026-02-01T00:00:00Z")];

test("what has expired stands where it was", () => {
  expect(words(entries, [gone("kit", "2026-04"), gone("activity", "2026-01")], false)).toEqual([
    "2026-05",
    "kit gone",
    "2026-04 2026-02",
    "activity gone",
  ]);
});

test("behind the oldest loaded entry it waits until older ones are loaded", () => {
  expect(words(entries, [gone("kit", "2026-03"), gone("kit", "2026-01")], true)).toEqual([
    "2026-05 2026-04",
    "kit gone",
    "2026-02",
  ]);
});

test("a story of which nothing is left says so", () => {
  expect(words([], [gone("kit", "2026-03"), gone("activity", "2026-03")], false)).toEqual([
    "kit gone",
    "activity gone",
  ]);
  expect(words(entries, [], false)).toEqual(["2026-05 2026-04 2026-02"]);
});
