import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The shell without windows first: it draws a page in two thirds of the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const MAC_APPS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/**
 * A Chromium that runs: one that CHROMIUM_PATH or PLAYWRIGHT_CHROMIUM names, one that is installed, or
 * Playwright's own download where it is there already.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const named = process.env["CHROMIUM_PATH"] || process.env["PLAYWRIGHT_CHROMIUM"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const { chromium } = await import("@playwright/test");
  return [...installed, ...MAC_APPS, chromium.executablePath()].find(
    (path) => existsSync(path) && runs(path),
  );
}

/**
 * The same, fetched where there is none: from Debian's packages where we may install some, else as Playwright's
 * download.
 * @returns {Promise<string>}
 * @throws if neither works
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log("Fetching a Chromium …");
  const isRoot = process.getuid?.() === 0;
  if (isRoot && process.platform === "linux") {
    run("apt-get", ["update"]);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      run("apt-get", ["install", "-y", "--no-install-recommends", name]);
      const packaged = await findChromium();
      if (packaged) return packaged;
    }
  }
  const fetch = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  run(process.execPath, isRoot ? [...fetch, "--with-deps"] : fetch);
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  throw new Error("No Chromium could be had: install one, or name one with CHROMIUM_PATH.");
}

/** @param {string} path a download without the system's libraries is there and yet does not run */
function runs(path) {
  return spawnSync(path, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
