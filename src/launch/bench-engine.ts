import { parseArgs } from "node:util";
import { benchEngine } from "@/testing/bench/bench";
import { commandPath } from "@/testing/bench/command-path";
import { startBenchServer } from "@/testing/bench/fresh-database";

// The figures of the engine against raw SQL, on a server of its own: npm run bench:engine [-- --rounds 1 --facts 3000].

const { values: given } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    facts: { type: "string", default: "20000" },
    writers: { type: "string", default: "8" },
    concurrency: { type: "string", default: "8" },
    rate: { type: "string", default: "100" },
    seconds: { type: "string", default: "15" },
  },
});

function whole(name: keyof typeof given): number {
  const value = Number(given[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`);
  return value;
}

function print(line: object): void {
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  process.stdout.write(`${JSON.stringify(line, rounded)}\n`);
}

const sizes = {
  rounds: whole("rounds"),
  facts: whole("facts"),
  writers: whole("writers"),
  concurrency: whole("concurrency"),
  rate: whole("rate"),
  seconds: whole("seconds"),
};
const server = await startBenchServer();
try {
  print({ figure: "settings", node: process.version, ...server.settings, ...sizes });
  const met = await benchEngine({ ...sizes, freshDatabase: server.freshDatabase, print }, commandPath);
  process.exitCode = met ? 0 : 1;
} finally {
  await server.dispose();
}
