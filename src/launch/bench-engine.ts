import { parseArgs } from "node:util";
import { benchEngine } from "@/testing/bench/bench";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
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

const whole = (name: keyof typeof given) => wholeOption(name, given[name]);

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
  printFigure({ figure: "settings", node: process.version, ...server.settings, ...sizes });
  const met = await benchEngine(
    { ...sizes, freshDatabase: server.freshDatabase, print: printFigure },
    commandPath,
  );
  process.exitCode = met ? 0 : 1;
} finally {
  await server.dispose();
}
