import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { live } from "./life.mjs";

/**
 * `npm test`: every check and suite, also after one that fails. `--only lint,types,unit` runs some of them.
 * The last line is `N passed, N failed`.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

await live(async (life) => {
  process.chdir(ROOT);
  const total = { passed: 0, failed: 0 };
  try {
    await runSteps(life, total);
  } catch (error) {
    if (life.isStopping) throw error;
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * @param {import("./life.mjs").Life} life
 * @param {{ passed: number, failed: number }} total
 */
async function runSteps(life, total) {
  const wanted = wantedNames();
  if (ensureDependencies(ROOT, { dev: true })) console.log("Installed the packages.");
  const { generate } = await import("./generate.mjs");
  generate(ROOT);
  const { steps } = await import("./test-steps.mjs");
  const unknown = wanted?.filter((name) => !(name in steps)) ?? [];
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown.join(", ")}: ${Object.keys(steps).join(", ")}.`);
  const reports = mkdtempSync(join(tmpdir(), "muster-test-"));
  life.atEnd(() => rmSync(reports, { recursive: true, force: true }));
  for (const [name, step] of Object.entries(steps)) {
    if (wanted && !wanted.includes(name)) continue;
    const begun = Date.now();
    const outcome = await outcomeOf(() => step({ root: ROOT, reports, node: life.node }), life);
    if (outcome.failed > 0) console.log(`${outcome.output.trimEnd()}\n`);
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${name.padEnd(12)} ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  }
}

/**
 * A step that cannot even run is a failure of that step, not of those after it.
 * @param {() => Promise<import("./test-steps.mjs").Outcome>} step
 * @param {import("./life.mjs").Life} life
 */
async function outcomeOf(step, life) {
  try {
    return await step();
  } catch (error) {
    if (life.isStopping) throw error;
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns {string[] | undefined} the names after `--only`; undefined means all */
function wantedNames() {
  const at = process.argv.indexOf("--only");
  return at < 0 ? undefined : (process.argv[at + 1] ?? "").split(",");
}
