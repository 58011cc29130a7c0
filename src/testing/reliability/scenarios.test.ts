import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../../", import.meta.url));

const ROW = /^\| (S-\d\d) \|.*\| (.+?) +\|$/gm;

/** Of each scenario in the table of engine.md, what its last cell says. */
function heldBy(page: string): ReadonlyMap<string, string> {
  return new Map([...page.matchAll(ROW)].map(([, scenario = "", cell = ""]) => [scenario, cell]));
}

/** A cell names files, or says in a sentence that there is none and why. */
function problemOf(scenario: string, cell: string): string | undefined {
  const files = [...cell.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
  if (files.length === 0)
    return /^none: .{20,}\.$/.test(cell) ? undefined : `${scenario} has no test and no reason`;
  const wrong = files.find(
    (file) => !existsSync(SRC + file) || !readFileSync(SRC + file, "utf8").includes(scenario),
  );
  return wrong === undefined ? undefined : `${scenario} is not named by ${wrong}`;
}

const problemsOf = (page: string) =>
  [...heldBy(page)].flatMap(([scenario, cell]) => problemOf(scenario, cell) ?? []);

test("each of the forty scenarios is held by a test that names it, or says why not", () => {
  const page = readFileSync(`${SRC}domain-events/engine.md`, "utf8");
  const forty = Array.from({ length: 40 }, (_, index) => `S-${String(index + 1).padStart(2, "0")}`);
  expect([...heldBy(page).keys()]).toEqual(forty);
  expect(problemsOf(page)).toEqual([]);
});

test("a table that promises too much is noticed", () => {
  const page = [
    "| S-01 | fault | injected by | expected | `testing/reliability/crashes.int.test.ts` |",
    "| S-02 | fault | injected by | expected | `testing/reliability/gone.int.test.ts`    |",
    "| S-03 | fault | injected by | expected | `testing/reliability/soak.int.test.ts`    |",
    "| S-04 | fault | injected by | expected | [next]                                    |",
    "| S-05 | fault | injected by | expected | none: nobody can do that on one machine.  |",
  ].join("\n");
  expect(problemsOf(page)).toEqual([
    "S-02 is not named by testing/reliability/gone.int.test.ts",
    "S-03 is not named by testing/reliability/soak.int.test.ts",
    "S-04 has no test and no reason",
  ]);
});
