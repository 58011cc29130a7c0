import { expect, test } from "vitest";
import { codeOfLabel, oddityOf, type SeenKit, withSeen } from "./counted";

const kit: SeenKit = {
  kitInstanceId: "k1",
  code: "TEA-01",
  templateName: "Tea kit",
  home: "Shelf 4",
  holderName: null,
  isRetired: false,
};

test("a label reads alike however it was typed or scanned", () => {
  expect([" tea-01\r", "TEA-01"].map(codeOfLabel)).toEqual(["TEA-01", "TEA-01"]);
});

test.each([
  [kit, null],
  [{ ...kit, home: "Shelf 5" }, "Belongs to Shelf 5"],
  [{ ...kit, home: "" }, "Has no home recorded"],
  [{ ...kit, holderName: "Mia Manager" }, "Said to be out with Mia Manager"],
  [{ ...kit, isRetired: true }, "Retired"],
])("%o at shelf 4: %s", (seen, oddity) => {
  expect(oddityOf(seen, "Shelf 4")).toBe(oddity);
});

test("a kit that is scanned twice is seen once", () => {
  const other = { ...kit, kitInstanceId: "k2" };
  expect(withSeen(withSeen([kit], other), kit)).toEqual([other, kit]);
});
