import { parseArgs } from "node:util";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
import { startBenchServer } from "@/testing/bench/fresh-database";
import { benchLeavingPartition } from "@/testing/bench/leaving-partition";

// A month leaves while writers run, on a server of its own: npm run bench:retention [-- --rows 100000].

const { values: given } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    writers: { type: "string", default: "8" },
    seconds: { type: "string", default: "20" },
  },
});

const whole = (name: keyof typeof given) => wholeOption(name, given[name]);

const sizes = { rows: whole("rows"), writers: whole("writers"), seconds: whole("seconds") };
const server = await startBenchServer();
try {
  const { url } = await server.freshDatabase();
  printFigure({ figure: "settings", node: process.version, ...server.settings, ...sizes });
  process.exitCode = (await benchLeavingPartition({ ...sizes, url, print: printFigure })) ? 0 : 1;
} finally {
  await server.dispose();
}
