import { parseArgs } from "node:util";
import { benchBoards } from "@/testing/bench/bench-boards";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
import { startBenchServer } from "@/testing/bench/fresh-database";

// The boards over many events ahead against few, on a server of its own: npm run bench:boards [-- --large 5000].

const { values: given } = parseArgs({
  options: {
    small: { type: "string", default: "200" },
    large: { type: "string", default: "2000" },
    days: { type: "string", default: "30" },
    rounds: { type: "string", default: "60" },
  },
});

const whole = (name: keyof typeof given) => wholeOption(name, given[name]);

const sizes = { small: whole("small"), large: whole("large"), days: whole("days"), rounds: whole("rounds") };
const server = await startBenchServer();
try {
  printFigure({ figure: "settings", node: process.version, ...server.settings, ...sizes });
  process.exitCode = (await benchBoards({ ...sizes, server, print: printFigure })) ? 0 : 1;
} finally {
  await server.dispose();
}
