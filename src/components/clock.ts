/** The device's clock as open screens read it: one timer for all of them, however many rows show an age. */

const TICK_MS = 30_000;

let moment = "";
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function tick(): void {
  moment = new Date().toISOString();
  for (const watcher of watchers) watcher();
}

/** Calls back whenever the moment has moved on; returns how to end that. */
export function watchClock(watcher: () => void): () => void {
  watchers.add(watcher);
  if (timer === undefined) {
    timer = setInterval(tick, TICK_MS);
    tick();
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The moment of the last tick, ISO 8601 UTC; "" before anybody watched. */
export function readClock(): string {
  return moment;
}
