import type { HandlerName } from "@/domain-events/routing";
import type { OrderKey } from "./claim";

/**
 * Remembers behind which work of this process something waits, so that only the end of that work asks for a claim:
 * most work ends with nothing behind it, and a claim that finds nothing costs as much as one that does.
 */
export interface Behind {
  /** A claim is on its way: work that ends from now on may still be seen by it. */
  claimBegins(): void;
  /** What it saw waiting; resolves to the handlers whose work before it has ended meanwhile. */
  claimEnds(seen: readonly OrderKey[]): readonly HandlerName[];
  /** True when something was seen to wait behind this work. */
  workEnds(work: OrderKey): boolean;
}

export function createBehind(): Behind {
  const waiting = new Set<string>();
  let ended = new Set<string>();
  return {
    claimBegins: () => {
      ended = new Set();
    },
    claimEnds: (seen) => {
      const late = seen.filter((one) => ended.has(keyOf(one)));
      for (const one of seen) if (!ended.has(keyOf(one))) waiting.add(keyOf(one));
      return late.map(({ handler }) => handler);
    },
    workEnds: (work) => {
      const key = keyOf(work);
      ended.add(key);
      return waiting.delete(key);
    },
  };
}

const keyOf = ({ handler, orderKey }: OrderKey): string => `${handler} ${orderKey}`;
