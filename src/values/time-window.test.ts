import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elapsedHours, windowsOverlap } from "./time-window";

const at = (hour: number, minute = 0): string =>
  `2026-10-14T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`;
const window = (start: number, end: number) => ({ startsAt: at(start), endsAt: at(end) });

describe("half-open windows (domain.md rule 6)", () => {
  it("back to back is no overlap", () => {
    expect(windowsOverlap(window(10, 12), window(12, 14))).toBe(false);
    expect(windowsOverlap(window(10, 13), window(12, 14))).toBe(true);
  });

  it("overlaps exactly when some minute lies in both", () => {
    const hours = fc
      .tuple(fc.nat(22), fc.integer({ min: 1, max: 23 }))
      .map(([from, length]) => [from, Math.min(from + length, 23)] as const);
    fc.assert(
      fc.property(hours, hours, ([a, b], [c, d]) => {
        const shared = Array.from({ length: 24 }, (_, hour) => hour).some(
          (hour) => hour >= a && hour < b && hour >= c && hour < d,
        );
        expect(windowsOverlap(window(a, b), window(c, d))).toBe(shared);
        expect(windowsOverlap(window(c, d), window(a, b))).toBe(shared);
      }),
    );
  });

  it("counts elapsed hours over a clock change (rule 3)", () => {
    expect(elapsedHours({ startsAt: "2026-03-28T22:00+01:00", endsAt: "2026-03-29T06:00+02:00" })).toBe(7);
    expect(elapsedHours({ startsAt: "2026-10-24T22:00+02:00", endsAt: "2026-10-25T06:00+01:00" })).toBe(9);
  });
});
