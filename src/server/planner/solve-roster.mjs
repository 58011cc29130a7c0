import { parentPort } from "node:worker_threads";
import loadHighs from "highs";

/**
 * Solves rosters in a thread of its own: the solver does not give way until it is through. A plain file outside of
 * the bundle, so that it runs alike from the sources and from a build.
 *
 * @typedef {{ columns: readonly number[], coefficients: readonly number[], max: number }} Row
 * @typedef {{ scores: readonly number[], rows: readonly Row[], start: readonly number[], seconds: number }} Order
 * @typedef {{ value: number, bound: number, taken: readonly number[], isProven: boolean }} Solved
 */

const FEWEST_SECONDS = 0.2;

const loaded = loadHighs();

parentPort?.on("message", (/** @type {Order} */ order) => void answer(order));

/** @param {Order} order */
async function answer({ scores, rows, start, seconds }) {
  const highs = await loaded;
  const until = performance.now() + seconds * 1000;
  const left = () => Math.max(FEWEST_SECONDS, (until - performance.now()) / 1000);
  const ones = scores.map(() => 1);
  const seats = solve(highs, { costs: ones, rows, start, seconds: left() }, told("filled"));
  const kept = {
    columns: scores.map((_, place) => place),
    coefficients: ones.map(() => -1),
    max: -seats.value,
  };
  const fit = solve(
    highs,
    { costs: scores, rows: [...rows, kept], start: seats.taken, seconds: left() },
    told("fit"),
  );
  parentPort?.postMessage({ kind: "done", seats, fit });
}

/** @param {"filled" | "fit"} stage */
function told(stage) {
  return (/** @type {number} */ value, /** @type {number} */ bound) =>
    parentPort?.postMessage({ kind: "progress", stage, value, bound });
}

/**
 * The most of `costs` that the rows allow, by 0 or 1 of each.
 *
 * @param {Awaited<ReturnType<typeof loadHighs>>} highs
 * @param {{ costs: readonly number[], rows: readonly Row[], start: readonly number[], seconds: number }} problem
 * @param {(value: number, bound: number) => void} onProgress
 * @returns {Solved}
 */
function solve(highs, { costs, rows, start, seconds }, onProgress) {
  return highs.withModel({ format: "lp", data: lpText(costs, rows) }, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 1e-4 });
    model.setSolution({ colValue: Float64Array.from(costs, (_, place) => (start.includes(place) ? 1 : 0)) });
    model.run({
      [highs.constants.callbackType.mipLogging](event) {
        const { mip_primal_bound: value, mip_dual_bound: bound } = event.data;
        if (value !== undefined && bound !== undefined) onProgress(value, bound);
      },
    });
    const isProven = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const values = model.getSolution().colValue;
    const taken = costs.flatMap((_, place) => ((values[place] ?? 0) > 0.5 ? [place] : []));
    const value = taken.reduce((sum, place) => sum + (costs[place] ?? 0), 0);
    const bound = Number(model.info.get("mip_dual_bound"));
    return {
      value,
      bound: isProven ? Math.max(value, Math.min(bound, value * (1 + 1e-4))) : bound,
      taken,
      isProven,
    };
  });
}

/** CPLEX LP text; column `x7` is the choice in place 7. @param {readonly number[]} costs @param {readonly Row[]} rows */
function lpText(costs, rows) {
  const sum = (/** @type {readonly number[]} */ columns, /** @type {readonly number[]} */ coefficients) =>
    columns.map((column, at) => `${signed(coefficients[at] ?? 0)} x${column}`).join("\n");
  const names = costs.map((_, place) => `x${place}`).join("\n");
  const limits = rows.map(({ columns, coefficients, max }) => `${sum(columns, coefficients)} <= ${max}`);
  const all = costs.map((_, place) => place);
  return `Maximize\n${sum(all, costs)}\nSubject To\n${limits.join("\n")}\nBinary\n${names}\nEnd\n`;
}

/** @param {number} value */
function signed(value) {
  return value < 0 ? `- ${-value}` : `+ ${value}`;
}
