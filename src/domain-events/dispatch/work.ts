import type { HandlerName } from "@/domain-events/routing";
import { type Delivery, isReplay } from "./delivery";

/** Facts of a folding handler in one transaction at most. */
export const SLICE_MAX = 25;

/** What one slot works off before it takes the next: deliveries of one handler, in this order. */
export interface Work {
  readonly handler: HandlerName;
  /** `single` is one transaction per delivery, `slice` up to 25 in one, `suspect` alone with its start marked. */
  readonly kind: "single" | "slice" | "suspect";
  readonly deliveries: readonly Delivery[];
}

/**
 * Cuts a claim into work. Deliveries of one order key stay together and in order, so that nobody else has the
 * rest of the key meanwhile; a suspect is always by itself. A slice holds either replays or none, since all of it
 * is handled in one context.
 * @param folds whether a handler takes slices
 */
export function planWork(
  deliveries: readonly Delivery[],
  folds: (handler: HandlerName) => boolean,
): readonly Work[] {
  const work: Work[] = [];
  let slice: Delivery[] = [];
  for (const run of runsOf(deliveries)) {
    const [first] = run;
    if (!first) continue;
    const { handler } = first;
    if (first.suspect) {
      work.push({ handler, kind: "suspect", deliveries: run });
    } else if (!folds(handler) || !run.every((one) => inOneContext(one, first))) {
      work.push({ handler, kind: "single", deliveries: run });
    } else {
      const [head] = slice;
      if (head && (!inOneContext(head, first) || slice.length + run.length > SLICE_MAX)) {
        work.push({ handler: head.handler, kind: "slice", deliveries: slice });
        slice = [];
      }
      slice.push(...run);
    }
  }
  if (slice[0]) work.push({ handler: slice[0].handler, kind: "slice", deliveries: slice });
  return work;
}

function inOneContext(one: Delivery, other: Delivery): boolean {
  return (
    one.handler === other.handler &&
    isReplay(one) === isReplay(other) &&
    one.sideEffects === other.sideEffects
  );
}

/** Neighbours with the same handler and order key; the claim comes sorted by them and by position. */
function runsOf(deliveries: readonly Delivery[]): readonly Delivery[][] {
  const runs: Delivery[][] = [];
  for (const one of deliveries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.handler === one.handler && last.orderKey === one.orderKey) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
