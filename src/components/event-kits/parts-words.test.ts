import { expect, test } from "vitest";
import { partsInWords, spareWords } from "./parts-words";

const part = (name: string, quantity: number) => ({ componentId: name, name, quantity });

test("parts by how many there are of them", () => {
  expect(partsInWords([part("Thermos", 2), part("Burner", 1)])).toBe("2 × Thermos, 1 × Burner");
  expect(
    spareWords([
      { ...part("Thermos", 2), available: 9 },
      { ...part("Cup", 30), available: 10 },
      { ...part("Burner", 1), available: 0 },
    ]),
  ).toBe("2 × Thermos, 10 of 30 × Cup, no Burner");
});
