import "server-only";
import { setImmediate } from "node:timers/promises";

/** The event loop is given back after so long. */
const TURN_MS = 5;

/** To be awaited between the steps of long work: gives the event loop back from time to time. */
export function turnTaker(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await setImmediate();
    began = performance.now();
  };
}

/** All that the steps of a long piece of work yield, with turns for others between them. */
export async function inTurns<Item>(steps: Iterable<readonly Item[]>): Promise<readonly Item[]> {
  const turn = turnTaker();
  const all: Item[] = [];
  for (const step of steps) {
    all.push(...step);
    await turn();
  }
  return all;
}
