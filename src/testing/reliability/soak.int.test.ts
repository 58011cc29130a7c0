import { expect, test } from "vitest";
import { soak } from "./soak";

const SEED = 20_261_128;
const SECONDS = 6;

test(`S-40 faults at random for ${SECONDS} s (seed ${SEED}) break no promise`, async () => {
  const report = await soak({ seed: SEED, seconds: SECONDS });
  expect(report.broken).toEqual([]);
  expect(report.tries).toBeGreaterThan(50);
  expect(report.sealed).toBe(report.facts);
}, 120_000);
