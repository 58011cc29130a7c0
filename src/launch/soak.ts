import { parseArgs } from "node:util";
import { wholeOption } from "@/testing/bench/command-line";
import { soak } from "@/testing/reliability/soak";

// Faults at random on a server of its own, then the invariants: npm run soak -- --minutes 10 [--seed 4711].

const { values: given } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string" } },
});

const minutes = wholeOption("minutes", given.minutes);
const seed = wholeOption("seed", given.seed ?? String(1 + Math.floor(Math.random() * 1_000_000)));
console.log(`seed ${seed}: faults at random for ${minutes} min`);

const { broken, ...figures } = await soak({
  seed,
  seconds: minutes * 60,
  onMinute: (minute, counts, open) => {
    console.log(
      `minute ${minute}: so far ${counts.workersKilled} workers killed and ${counts.workersFrozen} frozen, ${counts.serverRestarts} restarts of the server, ${counts.sessionsEnded} sessions ended, wake-ups lost ${counts.wakeUpsLost} times; ${open ?? "unknown"} deliveries open`,
    );
  },
});
console.log(
  `${figures.facts} facts, ${figures.tries} tries begun, ${figures.refused} appends refused with a lost connection, ${figures.sealed} seals compared`,
);
const PROMISES = {
  I1: "every handler has one receipt or open delivery per fact, and one effect",
  I2: "effects of a chain are in the order of its facts",
  I3: "every try is on record",
  I4: "the log is as it was sealed",
  I5: "no fact without its state, no state without its fact",
};
for (const [name, promise] of Object.entries(PROMISES)) {
  const isBroken = broken.some((words) => words.startsWith(name));
  console.log(`${name} ${isBroken ? "BROKEN" : "holds"}: ${promise}`);
}
for (const words of broken) console.log(words);
process.exitCode = broken.length === 0 ? 0 : 1;
