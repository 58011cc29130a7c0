import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { freePort } from "@/launch/postgres.mjs";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
import { benchHttp } from "@/testing/bench/bench-http";

// A command through HTTP against the same rows by raw SQL, on a server and a database of its own:
// npm run bench:http [-- --rounds 1 --commands 560]. The pages must be built: npm start does that.

const { values: given } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    commands: { type: "string", default: "1120" },
    writers: { type: "string", default: "8" },
    batch: { type: "string", default: "7" },
  },
});

const whole = (name: keyof typeof given) => wholeOption(name, given[name]);

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Nothing is dispatched: the floor handles no deliveries either. */
const env = { ...process.env, DEMO: "1", WORKER: "off" };

function node(args: readonly string[], more: object = {}): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...more },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function seed(): Promise<void> {
  const child = node(["--conditions=react-server", "--import", "tsx", "prisma/seed.ts"]);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error("the demo agency could not be made");
}

async function untilReady(base: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`${base}/api/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server did not start: build the pages with npm start first");
}

await seed();
const port = await freePort();
const base = `http://localhost:${port}`;
const profile = process.env.BENCH_PROFILE
  ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
  : [];
const server = node([...profile, "src/launch/serve.mjs"], { PORT: String(port), NODE_ENV: "production" });
try {
  await untilReady(base, server);
  const sizes = {
    rounds: whole("rounds"),
    commands: whole("commands"),
    writers: whole("writers"),
    batch: whole("batch"),
  };
  printFigure({ figure: "settings", node: process.version, ...sizes });
  const { DATABASE_URL = "", DATABASE_OWNER_URL = "" } = process.env;
  const addresses = { base, databaseUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL };
  const met = await benchHttp({ ...sizes, ...addresses, print: printFigure });
  process.exitCode = met ? 0 : 1;
} finally {
  server.kill("SIGTERM");
}
