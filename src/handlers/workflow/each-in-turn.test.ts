import { expect, test } from "vitest";
import { eachInTurn } from "./each-in-turn";

test("one that fails keeps no other from its turn, and all failures are told", async () => {
  const seen: number[] = [];
  const run = async (item: number) => {
    seen.push(item);
    if (item !== 2) throw new Error(`no ${item}`);
  };
  await expect(eachInTurn([1, 2, 3], run, "offers did not run out")).rejects.toMatchObject({
    message: "2 offers did not run out",
    errors: [new Error("no 1"), new Error("no 3")],
  });
  expect(seen).toEqual([1, 2, 3]);
});

test("says how many there were", async () => {
  expect(await eachInTurn([1, 2], async () => undefined, "offers did not run out")).toBe(2);
  expect(await eachInTurn([], async () => undefined, "offers did not run out")).toBe(0);
});
