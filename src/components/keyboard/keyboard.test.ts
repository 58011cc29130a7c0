import { expect, test } from "vitest";
import { createKeyReader } from "./key-reader";
import { keyCaps, shortcutGroups, shortcuts } from "./registry";
import { areSingleKeysOn, readSingleKeys } from "./single-keys";

function presses(...keys: readonly (readonly [key: string, atMs: number, withModifier?: boolean])[]) {
  const read = createKeyReader();
  return keys.map(([key, atMs, withModifier = false]) => read({ key, atMs, withModifier }));
}

test("U-2: the list of keys is the registry, and every key of it is bound to its action", () => {
  const listed = shortcutGroups().flatMap((group) => group.shortcuts);
  expect(new Set(listed)).toEqual(new Set(shortcuts));
  expect(listed).toHaveLength(shortcuts.length);
  for (const { keys, action } of listed) {
    for (const way of keys) {
      const withModifier = way.startsWith("Mod+");
      const parts = way === " " ? [way] : way.replace("Mod+", "").split(" ");
      const read = createKeyReader();
      const acted = parts.map((key, index) => read({ key, atMs: index, withModifier }));
      expect([way, acted.at(-1)]).toEqual([way, action]);
    }
  }
});

test("no two actions share a key", () => {
  const keys = shortcuts.flatMap((shortcut): readonly string[] => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test("G and a letter count within a moment, in that order and with any case", () => {
  expect(presses(["g", 0], ["b", 900])).toEqual([null, "go.bookings"]);
  expect(presses(["G", 0], ["C", 900])).toEqual([null, "go.calendar"]);
  expect(presses(["g", 0], ["c", 1_600])).toEqual([null, "create"]);
  expect(presses(["g", 0], ["q", 100], ["b", 200])).toEqual([null, null, null]);
});

test("with Ctrl or Cmd only their own keys act", () => {
  expect(presses(["/", 0, true], ["c", 1, true], ["j", 2, true])).toEqual(["help", null, null]);
});

test("U-4: single keys are on until they are switched off", () => {
  expect(readSingleKeys(undefined)).toBe(true);
  expect(readSingleKeys("off")).toBe(false);
  expect(areSingleKeysOn("theme=dark; keys=off")).toBe(false);
  expect(areSingleKeysOn("theme=dark; monkeys=off")).toBe(true);
});

test("key caps are what stands on the key", () => {
  expect(["g b", " ", "Mod+/", "ArrowDown", "Enter"].map(keyCaps)).toEqual([
    ["G", "B"],
    ["Space"],
    ["Ctrl or ⌘", "/"],
    ["↓"],
    ["Enter"],
  ]);
});
