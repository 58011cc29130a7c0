import { expect, test } from "vitest";
import { partLabel, partsInOrder } from "./event-parts";

const event = {
  readiness: [
    { part: "venue", isMet: true, text: "", evidence: null },
    { part: "logistics", isMet: false, text: "", evidence: null },
  ],
  tasks: [],
  issues: [],
} as const;
const activities = [{ status: "completed" }, { status: "planned" }, { status: "cancelled" }] as const;

test("before the start preparation comes first, while it runs the activities", () => {
  expect(partsInOrder("preparing")[0]).toBe("venue");
  expect(partsInOrder("in_progress")[0]).toBe("activities");
});

test("a link says how far a part has come, and nothing of what is not there", () => {
  expect(partLabel("readiness", event, activities)).toBe("Ready 1/2");
  expect(partLabel("activities", event, activities)).toBe("Activities 1/2");
  expect(partLabel("checklist", event, activities)).toBe("Checklist");
  expect(partLabel("issues", event, activities)).toBe("Issues");
});
