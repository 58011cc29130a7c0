import { expect, test } from "vitest";
import { lengthWords, needsWords } from "./activity-words";

test("heads and kits are counted, in the order in which they are first asked for", () => {
  const asked = {
    requiredStaffRoles: ["Host", "Team lead", "Host"],
    requiredKitTemplateIds: ["k1", "gone", "k1"],
  };
  expect(needsWords(asked, [{ id: "k1", name: "Tea kit" }])).toBe(
    "2 × Host · 1 × Team lead · 2 × Tea kit · 1 × a kit no longer offered",
  );
  expect(needsWords({ requiredStaffRoles: [], requiredKitTemplateIds: [] }, [])).toBe("No people, no kits");
});

test("the plan stands beside what it took", () => {
  expect(lengthWords({ duration: 120, elapsedMinutes: null })).toBe("Planned 2 h");
  expect(lengthWords({ duration: 120, elapsedMinutes: 144.6 })).toBe("Planned 2 h, took 2 h 25 min");
});
