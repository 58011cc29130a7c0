import { parseArgs } from "node:util";
import { benchKits } from "@/testing/bench/bench-kits";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
import { startBenchServer } from "@/testing/bench/fresh-database";

// Boards of kits in a large warehouse against a small one, on a server of its own: npm run bench:kits [-- --rounds 60].

const { values: given } = parseArgs({
  options: {
    small: { type: "string", default: "50" },
    large: { type: "string", default: "500" },
    rounds: { type: "string", default: "40" },
  },
});

const whole = (name: keyof typeof given) => wholeOption(name, given[name]);

const sizes = { small: whole("small"), large: whole("large"), rounds: whole("rounds") };
const server = await startBenchServer();
try {
  printFigure({ figure: "settings", node: process.version, ...server.settings, ...sizes });
  process.exitCode = (await benchKits({ ...sizes, server, print: printFigure })) ? 0 : 1;
} finally {
  await server.dispose();
}
