import { parseArgs } from "node:util";
import { benchCandidates } from "@/testing/bench/bench-candidates";
import { benchPlanner } from "@/testing/bench/bench-planner";
import { printFigure, wholeOption } from "@/testing/bench/command-line";
import { startBenchServer } from "@/testing/bench/fresh-database";

// A week's roster, and candidates among many people against few: npm run bench:planner [-- --slots 100].

const { values: given } = parseArgs({
  options: {
    people: { type: "string", default: "120" },
    slots: { type: "string", default: "60" },
    seconds: { type: "string", default: "10" },
    small: { type: "string", default: "200" },
    large: { type: "string", default: "2000" },
    rounds: { type: "string", default: "30" },
  },
});

const whole = (name: keyof typeof given) => wholeOption(name, given[name]);

const server = await startBenchServer();
try {
  printFigure({ figure: "settings", node: process.version, ...server.settings });
  const planner = { people: whole("people"), slots: whole("slots"), seconds: whole("seconds") };
  const candidates = { small: whole("small"), large: whole("large"), rounds: whole("rounds") };
  const isPlanned = await benchPlanner({ ...planner, server, print: printFigure });
  const isRanked = await benchCandidates({ ...candidates, server, print: printFigure });
  process.exitCode = isPlanned && isRanked ? 0 : 1;
} finally {
  await server.dispose();
}
