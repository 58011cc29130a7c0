import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

/** One server with a demo agency of its own for the whole run; workers inherit where it lies. */
function dataDir(): string {
  const given = process.env.E2E_DATA_DIR;
  if (given !== undefined) return given;
  const folder = mkdtempSync(join(tmpdir(), "muster-e2e-"));
  // The database runs as a user of its own where the run is root's.
  chmodSync(folder, 0o711);
  process.env.E2E_DATA_DIR = folder;
  // By then the server is stopped.
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const port = process.env.E2E_PORT ?? "3555";
const baseURL = process.env.E2E_URL ?? `http://localhost:${port}`;
/** Found or fetched by `npm test`; without it Playwright looks for its own download. */
const executablePath = process.env.CHROMIUM_PATH;

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const desk = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };
const phone = { ...devices["Pixel 7"] };
const managersPhone = { ...phone, viewport: { width: 390, height: 844 } };

export default defineConfig({
  testDir: ".",
  outputDir: "./results",
  fullyParallel: true,
  // One of them waits for a clock or a start most of the time.
  workers: 3,
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "Europe/Lisbon",
    // What moves without end is drawn again and again, by the processor here.
    contextOptions: { reducedMotion: "reduce" },
    // Recording costs a sixth of a journey, and pictures of every step would cost more than the steps.
    trace: { mode: "on-first-retry", screenshots: false },
    launchOptions: { args: quiet, ...(executablePath && { executablePath }) },
  },
  // The longest ones begin first, so that none of them is left alone at the end.
  projects: [
    { name: "everyone", testDir: "./everyone", use: desk },
    { name: "field", testDir: "./field", use: managersPhone },
    { name: "admin", testDir: "./admin", use: desk },
    { name: "log", testDir: "./log", use: desk },
    { name: "client", testDir: "./client", use: desk },
    { name: "client-phone", testDir: "./client", use: phone },
  ],
  ...(process.env.E2E_URL === undefined && {
    webServer: {
      command: "node src/launch/start.mjs",
      cwd: "..",
      url: `${baseURL}/api/health/live`,
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
      env: { PORT: port, DATA_DIR: dataDir(), DEMO: "1" },
    },
  }),
});
