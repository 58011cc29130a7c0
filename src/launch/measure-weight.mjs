import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { emptyPage } from "./empty-page.mjs";
import { live } from "./life.mjs";
import { compressedSize, weigh } from "./page-weight.mjs";
import { freePort } from "./postgres.mjs";

/**
 * `npm run measure:weight`: what every page of the production build weighs, as ratios to an empty page of the
 * same Next (B), against the budgets of src/components/ux.md (d). Ends with 1 when one fails. Above its budget a
 * figure is marked `+`, above the limit `!`.
 *
 * @typedef {{ budget: number, limit: number }} Budget
 * @typedef {"phone" | "portal" | "desk"} Kind
 * @typedef {import("./page-weight.mjs").Weight} Weight
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PASSWORD = "muster-demo-2026";

/** @type {Record<Kind, Budget>} */
const SCRIPTS = {
  phone: { budget: 1.4, limit: 1.55 },
  portal: { budget: 1.5, limit: 1.7 },
  desk: { budget: 2.3, limit: 2.5 },
};
const FONTS = {
  none: { budget: 0, limit: 0 },
  one: { budget: 0.6, limit: 0.75 },
  two: { budget: 1.1, limit: 1.25 },
};
const CSS = { budget: 0.15, limit: 0.25 };
const HTML = { budget: 0.25, limit: 0.4 };
const DATA = { budget: 0.2, limit: 0.35 };
const ON_DEMAND = { budget: 0.35, limit: 0.5 };

/**
 * Who looks at the pages of a folder of `app/`; nobody has to sign in for the others.
 * @type {Record<string, { kind: Kind, fonts: Budget, email: string }>}
 */
const AUDIENCES = {
  admin: { kind: "desk", fonts: FONTS.one, email: "admin@muster.test" },
  log: { kind: "desk", fonts: FONTS.two, email: "admin@muster.test" },
  field: { kind: "phone", fonts: FONTS.none, email: "manager@muster.test" },
  agent: { kind: "phone", fonts: FONTS.none, email: "agent@muster.test" },
  client: { kind: "portal", fonts: FONTS.one, email: "client@muster.test" },
};
/** @type {{ kind: Kind, fonts: Budget, email?: string }} */
const EVERYONE = { kind: "portal", fonts: FONTS.one };

/** The status that a page of one booking needs to show itself. */
const STATUS_FOR = { decide: "submitted", changes: "submitted", edit: "draft" };

/** @type {Map<string, Promise<string>>} by e-mail address */
const cookies = new Map();

await live(async (life) => {
  process.chdir(ROOT);
  ensureDependencies(ROOT, { dev: true });
  const [ours, empty] = [await startOurs(life), await startEmpty(life)];
  const b = (await weigh(empty, "/", "")).js;
  console.log(`B = ${(b / 1000).toFixed(1)} KB of compressed JavaScript\n`);
  const report = reporter(b);
  report.head();
  const weights = [];
  for (const page of pages()) {
    const { kind, fonts, email } = AUDIENCES[page.split("/")[1] ?? ""] ?? EVERYONE;
    const path = await concrete(ours, page, email);
    const weight = await weigh(ours, path, email ? await cookieOf(ours, email) : "");
    weights.push(weight);
    report.page(page, [
      [weight.js, SCRIPTS[kind]],
      [weight.fonts, fonts],
      [weight.css, CSS],
      [weight.html, HTML],
      [weight.data, DATA],
    ]);
  }
  const styles = [...new Set(weights.flatMap((weight) => weight.styles))];
  report.line("CSS, whole app", await sum(styles.map((file) => compressedSize(ours, file))), CSS);
  report.line("the largest script on demand", await largestOnDemand(ours, weights), ON_DEMAND);
  return report.failures() === 0 ? 0 : 1;
});

/** @param {number} b */
function reporter(b) {
  let failures = 0;
  const WIDTH = 40;
  /** @param {[number, Budget]} figure */
  const cell = ([bytes, { budget, limit }]) => {
    const ratio = bytes / b;
    const mark = ratio > limit ? "!" : ratio > budget ? "+" : " ";
    if (mark === "!") failures += 1;
    return `${ratio.toFixed(2).padStart(7)}${mark}`;
  };
  return {
    failures: () => failures,
    head: () => console.log(`${"".padEnd(WIDTH)}     JS   fonts     CSS    HTML    data`),
    page: (/** @type {string} */ name, /** @type {[number, Budget][]} */ figures) =>
      console.log(`${name.padEnd(WIDTH)}${figures.map(cell).join("")}`),
    line: (/** @type {string} */ name, /** @type {number} */ bytes, /** @type {Budget} */ budget) =>
      console.log(`${name.padEnd(WIDTH)}${cell([bytes, budget])}`),
  };
}

/** @returns {string[]} the routes that show a page to somebody without a secret link */
function pages() {
  /** @type {Record<string, string>} */
  const routes = JSON.parse(readFileSync(join(ROOT, ".next/app-path-routes-manifest.json"), "utf8"));
  const shown = Object.entries(routes).filter(
    ([file, path]) => file.endsWith("/page") && !path.startsWith("/_"),
  );
  return shown
    .map(([, path]) => path)
    .filter((path) => path !== "/")
    .sort();
}

/**
 * The route with the ids of records that the demo agency has.
 * @param {string} base
 * @param {string} page
 * @param {string | undefined} email
 */
async function concrete(base, page, email) {
  if (!page.includes("[")) return page;
  const status = Object.entries(STATUS_FOR).find(([name]) => page.endsWith(`/${name}`))?.[1];
  const [booking] = page.includes("[bookingId]")
    ? (await asked(base, email ?? "", "bookings.list", status ? { status: [status] } : {})).items
    : [];
  const [event] = page.includes("[eventId]") ? (await asked(base, email ?? "", "events.list", {})).items : [];
  const [venue] = page.includes("[venueId]")
    ? (await asked(base, email ?? "", "locations.list", {})).items
    : [];
  const [entry] = page.includes("[correlationId]")
    ? (await asked(base, email ?? "", "log.search", { range: "all" })).lines
    : [];
  const [person] = page.includes("[userId]")
    ? (await asked(base, email ?? "", "directory.people.staff", {})).items
    : [];
  const [offer] = page.includes("[assignmentId]")
    ? (await asked(base, email ?? "", "staffing.myAssignments", {})).offers
    : [];
  const path = page
    .replace("[assignmentId]", offer?.["id"] ?? "")
    .replace("[bookingId]", booking?.["bookingId"] ?? "")
    .replace("[eventId]", event?.["id"] ?? "")
    .replace("[venueId]", venue?.["id"] ?? "")
    .replace("[userId]", person?.["id"] ?? "")
    .replace("[correlationId]", entry?.["correlationId"] ?? "");
  if (/\/\/|\[|\/$/.test(path)) throw new Error(`The demo agency has no record for ${page}.`);
  return path;
}

/**
 * @param {string} base
 * @param {string} email
 * @param {string} procedure
 * @param {object} input
 * @returns {Promise<Record<"items" | "lines" | "offers", Record<string, string>[]>>} a list has one of them
 */
async function asked(base, email, procedure, input) {
  const answer = await post(base, `/api/trpc/${procedure}`, { json: input }, await cookieOf(base, email));
  return (await answer.json()).result.data.json;
}

/**
 * @param {string} base
 * @param {string} email
 */
function cookieOf(base, email) {
  const known =
    cookies.get(email) ??
    post(base, "/api/auth/sign-in/email", { email, password: PASSWORD }).then((answer) =>
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; "),
    );
  cookies.set(email, known);
  return known;
}

/**
 * @param {string} base
 * @param {string} path
 * @param {unknown} body
 */
async function post(base, path, body, cookie = "") {
  const headers = { "content-type": "application/json", origin: base, cookie };
  const answer = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/**
 * Of the scripts that no page loads at first, the largest: a part on demand is seldom more than one file.
 * @param {string} base
 * @param {Weight[]} weights
 */
async function largestOnDemand(base, weights) {
  /** @type {{ polyfillFiles: string[] }} */
  const { polyfillFiles } = JSON.parse(readFileSync(join(ROOT, ".next/build-manifest.json"), "utf8"));
  const forOldBrowsers = polyfillFiles.map((file) => `/_next/${file}`);
  const first = new Set([...forOldBrowsers, ...weights.flatMap((weight) => weight.scripts)]);
  const names = readdirSync(join(ROOT, ".next/static/chunks")).filter((name) => name.endsWith(".js"));
  const others = names.map((name) => `/_next/static/chunks/${name}`).filter((file) => !first.has(file));
  return Math.max(0, ...(await Promise.all(others.map((file) => compressedSize(base, file)))));
}

/** @param {Promise<number>[]} sizes */
async function sum(sizes) {
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}

/** @param {import("./life.mjs").Life} life */
async function startOurs(life) {
  const folder = mkdtempSync(join(tmpdir(), "muster-weight-"));
  chmodSync(folder, 0o711);
  life.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, DEMO: "1" };
  delete env["DATABASE_URL"];
  return untilReady(port, life.startNode(["src/launch/start.mjs"], { env, quiet: true }));
}

/** @param {import("./life.mjs").Life} life */
async function startEmpty(life) {
  const folder = await emptyPage(ROOT, life.node);
  const port = await freePort();
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  return untilReady(port, life.startNode([next, "start", "-p", String(port)], { cwd: folder, quiet: true }));
}

/**
 * @param {number} port
 * @param {import("./life.mjs").StartedChild} child
 * @returns {Promise<string>} the address
 */
async function untilReady(port, child) {
  const base = `http://localhost:${port}`;
  let output = "";
  let isOver = false;
  void child.end.then((end) => {
    isOver = true;
    output = end.output;
  });
  while (!isOver) {
    try {
      await fetch(base, { redirect: "manual" });
      return base;
    } catch {
      await pause(100);
    }
  }
  throw new Error(`${output}\nThe server did not start.`);
}
