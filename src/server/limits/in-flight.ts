import { processWide } from "@/db/process-wide";

/** Counts what runs at the same time for one account, in this process. */
export interface InFlight {
  /** The function that ends the stay, to be called once it is over, or null when the account is full. */
  enter(accountId: string): (() => void) | null;
}

/** At most `max` at a time per account. Leaving twice counts once. */
export function inFlight(max: number): InFlight {
  const counts = new Map<string, number>();
  return {
    enter: (accountId) => {
      const now = counts.get(accountId) ?? 0;
      if (now >= max) return null;
      counts.set(accountId, now + 1);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        const left = (counts.get(accountId) ?? 1) - 1;
        if (left === 0) counts.delete(accountId);
        else counts.set(accountId, left);
      };
    },
  };
}

/** Calls of one signed-in account, each call of a batch on its own (security.md part 6). */
export function signedInCalls(): InFlight {
  return processWide("signed-in-calls", () => inFlight(64));
}

/** Live streams of one account (security.md part 6). */
export function openStreams(): InFlight {
  return processWide("open-streams", () => inFlight(6));
}
