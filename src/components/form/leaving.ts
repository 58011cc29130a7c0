/** One way out of the page for everything that is no link: keys, Back, signing out. */

export interface Leave {
  /** Goes; false when that failed and the page stays. */
  readonly go: () => boolean | Promise<boolean>;
  /** Going empties what this device keeps, so nothing stays for later. */
  readonly wipesDevice?: boolean;
}

type Ask = (leave: Leave) => void;

const guards: Ask[] = [];

/** Has the newest guard ask before anybody leaves; returns how to take it away again. */
export function guardLeaving(ask: Ask): () => void {
  guards.push(ask);
  return () => {
    const at = guards.indexOf(ask);
    if (at >= 0) guards.splice(at, 1);
  };
}

/** Leaves at once, or lets the open form ask first. */
export function leaveBy(leave: Leave): void {
  const ask = guards.at(-1);
  if (ask) ask(leave);
  else void leave.go();
}
