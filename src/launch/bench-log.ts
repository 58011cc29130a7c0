import { parseArgs } from "node:util";
import { benchLog, LOG_PARTS } from "@/testing/bench/bench-log";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
import { startBenchServer } from "@/testing/bench/fresh-database";

// A large log against a small one, on a server of its own: npm run bench:log [-- --rows 10000000 --only reads].

const { values: given } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    deliveries: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "40" },
    concurrency: { type: "string", default: "8" },
    seconds: { type: "string", default: "20" },
    only: { type: "string", default: LOG_PARTS.join(",") },
  },
});

const whole = (name: Exclude<keyof typeof given, "only">) => wholeOption(name, given[name]);

const only = given.only.split(",");
const parts = LOG_PARTS.filter((part) => only.includes(part));
if (parts.length !== only.length) throw new Error(`--only takes a list of ${LOG_PARTS.join(", ")}`);
const sizes = {
  rows: whole("rows"),
  deliveries: whole("deliveries"),
  rounds: whole("rounds"),
  concurrency: whole("concurrency"),
  seconds: whole("seconds"),
};
const server = await startBenchServer();
try {
  printFigure({ figure: "settings", node: process.version, ...server.settings, ...sizes });
  process.exitCode = (await benchLog({ ...sizes, parts, server, print: printFigure })) ? 0 : 1;
} finally {
  await server.dispose();
}
