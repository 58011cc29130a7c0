import type { HandlerName } from "@/domain-events/routing";

/** Where one handler's walk over its order keys stands. A round is the way from the first key to the last. */
interface Walk {
  /** The key to go on behind; empty at the beginning of a round. */
  after: string;
  /** Something may be claimable from here on. */
  due: boolean;
  /** Something happened since the round began, perhaps in front of where the walk is by now. */
  stale: boolean;
}

export interface Rounds {
  /** Something may have become due: everywhere, or for one handler. */
  announce(handler?: HandlerName): void;
  /** True when another claim is worth making at once. */
  readonly due: boolean;
  /** Where the next claim starts, for the handlers that are due. They count as looked at from now on. */
  begin(): ReadonlyMap<HandlerName, string>;
  /** Where that claim stopped early, and of which handlers it may have left something that is due. */
  end(frontiers: ReadonlyMap<HandlerName, string>, left: ReadonlySet<HandlerName>): void;
  /** That claim failed: the same is due again. */
  fail(): void;
}

/**
 * Decides which handlers a claim looks at and when to stop looking. A claim visits a limited number of order keys,
 * so a handler with many that give nothing (dead, put off, leased) takes several claims per round; after a whole
 * round in which nothing was left or announced it rests until the next announcement.
 */
export function createRounds(handlers: readonly HandlerName[]): Rounds {
  const walks = new Map(
    handlers.map((name): [HandlerName, Walk] => [name, { after: "", due: false, stale: false }]),
  );
  let looking: readonly [HandlerName, Walk][] = [];

  function mark(walk: Walk | undefined): void {
    if (!walk) return;
    walk.due = true;
    walk.stale = true;
  }

  return {
    announce: (handler) => {
      if (handler !== undefined) mark(walks.get(handler));
      else for (const walk of walks.values()) mark(walk);
    },
    get due() {
      return [...walks.values()].some((walk) => walk.due);
    },
    begin: () => {
      looking = [...walks].filter(([, walk]) => walk.due);
      for (const [, walk] of looking) {
        walk.due = false;
        if (walk.after === "") walk.stale = false;
      }
      return new Map(looking.map(([name, walk]) => [name, walk.after]));
    },
    end: (frontiers, left) => {
      for (const [name, walk] of looking) {
        const wasUnderWay = walk.after !== "";
        walk.after = frontiers.get(name) ?? "";
        if (left.has(name)) mark(walk);
        else walk.due ||= walk.after !== "" || (wasUnderWay && walk.stale);
      }
    },
    fail: () => {
      for (const [, walk] of looking) mark(walk);
    },
  };
}
