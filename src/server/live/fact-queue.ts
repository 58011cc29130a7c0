import { subscribeToLog } from "@/domain-events/log/tail";
import type { TailFact } from "@/domain-events/log/tail-rows";

/** Facts that one stream has yet to look at. */
export interface FactQueue {
  /** Everything that arrived, as soon as something did; empty when the time is over or the signal fired. */
  take(waitMs: number): Promise<readonly TailFact[]>;
  /** True once, after more arrived than the queue holds or the log left some out: the reader has to fetch everything again. */
  hasOverflowed(): boolean;
  close(): void;
}

const QUEUE_MAX = 5_000;

/** Listens to the log until it is closed or the signal fires. */
export function openFactQueue(signal: AbortSignal): FactQueue {
  let waiting: TailFact[] = [];
  let overflowed = false;
  let ring: (() => void) | undefined;
  const onMissed = () => {
    overflowed = true;
    ring?.();
  };
  const unsubscribe = subscribeToLog((fact) => {
    if (waiting.length === QUEUE_MAX) return onMissed();
    waiting.push(fact);
    ring?.();
  }, onMissed);
  const onAbort = () => ring?.();
  signal.addEventListener("abort", onAbort);

  function arrival(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, waitMs);
      function done() {
        clearTimeout(timer);
        ring = undefined;
        resolve();
      }
      ring = done;
    });
  }

  return {
    take: async (waitMs) => {
      if (waiting.length === 0 && !overflowed && !signal.aborted) await arrival(waitMs);
      const taken = waiting;
      waiting = [];
      return taken;
    },
    hasOverflowed: () => {
      const did = overflowed;
      overflowed = false;
      return did;
    },
    close: () => {
      unsubscribe();
      signal.removeEventListener("abort", onAbort);
    },
  };
}
