import { expect, test } from "vitest";
import { kitGroups, kitsWords, type KitAtEvent, stillOut } from "./kit-record";

function kit(id: string, status: KitAtEvent["status"], isOverdue = false): KitAtEvent {
  return {
    kitAssignmentId: id,
    status,
    activity: { id: "a", type: "Sampling" },
    templateName: "Tea kit",
    kit: null,
    notes: "",
    windowStart: "2026-10-30T14:00:00.000Z",
    windowEnd: "2026-11-01T22:00:00.000Z",
    preparedAt: null,
    shortReason: null,
    expectedReturn: null,
    isOverdue,
    back: null,
    lines: [],
    spareKits: [],
    can: { prepare: false, checkOut: false, handOver: false, swap: false, return: false, reportIssue: false },
  };
}

const kits = [
  kit("late", "checked_out", true),
  kit("new", "assigned"),
  kit("packed", "prepared"),
  kit("out", "checked_out"),
  kit("part", "partly_returned"),
  kit("back", "returned"),
];

test("who needs somebody comes first, and nothing stands twice", () => {
  expect(
    kitGroups(kits).map(({ title, items }) => [title, ...items.map((one) => one.kitAssignmentId)]),
  ).toEqual([
    ["Overdue", "late"],
    ["To pack", "new"],
    ["Ready to hand out", "packed"],
    ["Out", "out", "part"],
    ["Back", "back"],
  ]);
});

test("the state of all in one line", () => {
  expect(kitsWords(kits)).toBe("5 of 6 packed, 3 out, 1 overdue");
  expect(kitsWords([kit("new", "assigned")])).toBe("0 of 1 packed");
});

test("what is used up is not expected back, and nobody owes less than nothing", () => {
  const line = { name: "", critical: false, asked: 6, held: 6, returned: 0 };
  const packed = { quantity: 6, condition: "good" } as const;
  const out = stillOut([
    { ...line, componentId: "thermos", usage: "returnable", packed, returned: 2 },
    { ...line, componentId: "burner", usage: "returnable", packed, returned: 8 },
    { ...line, componentId: "cups", usage: "consumable", packed },
    { ...line, componentId: "lid", usage: "returnable", packed: null },
  ]);
  expect([...out]).toEqual([
    ["thermos", 4],
    ["burner", 0],
    ["cups", 0],
    ["lid", 0],
  ]);
});
