import { expect, test } from "vitest";
import { rowChanges } from "./row-changes";

test("what was added and what was changed, with the version that was seen", () => {
  const [kept, old] = [
    { id: "kept", version: 1 },
    { id: "changed", version: 4 },
  ];
  const after = [kept, { ...old, version: 5 }, { id: "new", version: 1 }];
  expect(rowChanges([kept, old], after)).toEqual({
    added: [{ id: "new", version: 1 }],
    changed: [{ id: "changed", version: 5, seenVersion: 4 }],
  });
});
