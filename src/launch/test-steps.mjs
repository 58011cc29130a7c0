import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureBuild } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";

/**
 * The steps of `npm test`, in order. Each tells how many of its tests passed and failed; a check without
 * tests of its own counts as one.
 *
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {object} Surroundings
 * @property {string} root
 * @property {string} reports a folder for the reporters' files
 * @property {import("./life.mjs").Life["node"]} node
 */

/** @type {Record<string, (at: Surroundings) => Promise<Outcome>>} */
export const steps = {
  format: (at) =>
    check(at, [[...program(at, "@biomejs/biome", "biome"), "check", "--error-on-warnings", "."]]),
  lint: (at) => check(at, [[...program(at, "oxlint", "oxlint"), "--deny-warnings"]]),
  types: (at) =>
    check(at, [
      [...program(at, "next", "next"), "typegen"],
      [...program(at, "typescript", "tsc"), "--noEmit", "-p", "tsconfig.json"],
    ]),
  unused: (at) => check(at, [program(at, "knip", "knip")]),
  unit: (at) => vitest(at, "unit"),
  integration: (at) => vitest(at, "integration"),
  build,
  e2e,
};

/**
 * @param {Surroundings} at
 * @param {string[][]} commands one after the other, up to the first that fails
 * @returns {Promise<Outcome>}
 */
async function check({ root, node }, commands) {
  for (const args of commands) {
    const { code, output } = await node(args, { cwd: root, quiet: true });
    if (code !== 0) return { passed: 0, failed: 1, output };
  }
  return { passed: 1, failed: 0, output: "" };
}

/**
 * @param {Surroundings} at
 * @param {"unit" | "integration"} project
 * @returns {Promise<Outcome>}
 */
async function vitest(at, project) {
  const report = join(at.reports, `${project}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const config = ["--config", "src/testing/vitest.config.ts", "--project", project];
  const args = [...program(at, "vitest", "vitest"), "run", ...config, ...reporters];
  const { code, output } = await at.node(args, { cwd: at.root, quiet: true });
  const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = readReport(report);
  return counted(code, numPassedTests, numFailedTests || numFailedTestSuites, output);
}

/**
 * @param {Surroundings} at
 * @returns {Promise<Outcome>}
 */
async function build({ root, node }) {
  try {
    await ensureBuild(root, node);
    return { passed: 1, failed: 0, output: "" };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Playwright starts the server it tests (e2e/playwright.config.ts).
 * @param {Surroundings} at
 * @returns {Promise<Outcome>}
 */
async function e2e(at) {
  const report = join(at.reports, "e2e.json");
  const env = {
    ...process.env,
    CHROMIUM_PATH: await ensureChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const cli = program(at, "@playwright/test", "playwright");
  const args = [...cli, "test", "--config", "e2e/playwright.config.ts", "--reporter=line,json"];
  const { code, output } = await at.node(args, { cwd: at.root, env, quiet: true });
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(report).stats ?? {};
  // A journey that a busy machine broke once is tried again, and said to have been.
  if (flaky > 0) console.log(`e2e: ${flaky} passed only at the second try`);
  return counted(code, expected + flaky, unexpected, output);
}

/**
 * A run that fails without a failing test (nothing found, a broken config) is one failure.
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @param {string} output
 * @returns {Outcome}
 */
function counted(code, passed, failed, output) {
  const isEmpty = passed === 0 && failed === 0;
  return { passed, failed: failed === 0 && (code !== 0 || isEmpty) ? 1 : failed, output };
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/**
 * The script behind a package's command, to be run with Node: `npx` would swallow signals.
 * @param {Surroundings} at
 * @param {string} name
 * @param {string} command
 */
function program({ root }, name, command) {
  // Not resolved: some packages do not export their package.json.
  const file = join(root, "node_modules", name, "package.json");
  const { bin } = JSON.parse(readFileSync(file, "utf8"));
  return [join(dirname(file), typeof bin === "string" ? bin : bin[command])];
}
