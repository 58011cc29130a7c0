import type { Database } from "@/db/database";
import { accountKey, charge, createLimiter } from "./limiter";

/** An attempt that may be made, and has to be told how it went; or the time until the next one. */
export type Attempt =
  | { readonly allowed: false; readonly retryAfterSeconds: number }
  | { readonly allowed: true; succeeded(): Promise<void>; failed(): Promise<void> };

export interface SignInLimit {
  /** `account` names whose password is tried, known or not; `network` is the address as it is counted. */
  attempt(account: string, network: string): Promise<Attempt>;
}

const WINDOW_SECONDS = 15 * 60;
const ACCOUNT_FAILURES_MAX = 5;
const NETWORK_FAILURES_MAX = 30;
const LOCKS_REMEMBERED_SECONDS = 24 * 60 * 60;

/** Seconds that the n-th lock of an account lasts (n from 1): doubling from a minute up to 15, never for good. */
export function lockSeconds(lockNumber: number): number {
  return Math.min(60 * 2 ** (lockNumber - 1), WINDOW_SECONDS);
}

const limits = new WeakMap<Database, SignInLimit>();

/** The limit over this database, the same one each time: what it holds in memory must outlive a request. */
export function signInLimit(database: Database): SignInLimit {
  const known = limits.get(database) ?? createSignInLimit(database);
  limits.set(database, known);
  return known;
}

/**
 * Failed sign-ins, counted per account and per network in Postgres, in memory while Postgres is away (S-26).
 *
 * An attempt is charged before the password is looked at and paid back when it was right, so that attempts sent
 * at the same time cannot pass together. Five failures within 15 minutes lock the account; after that each
 * single failure locks it again, longer each time, until somebody signs in or a day has passed.
 */
function createSignInLimit(database: Database): SignInLimit {
  const failures = createLimiter(database, {
    keyPrefix: "sign-in-account",
    points: ACCOUNT_FAILURES_MAX,
    duration: WINDOW_SECONDS,
  });
  const locks = createLimiter(database, {
    keyPrefix: "sign-in-locks",
    points: Number.MAX_SAFE_INTEGER,
    duration: LOCKS_REMEMBERED_SECONDS,
  });
  const networks = createLimiter(database, {
    keyPrefix: "sign-in-network",
    points: NETWORK_FAILURES_MAX,
    duration: WINDOW_SECONDS,
  });

  return {
    attempt: async (account, network) => {
      const key = accountKey(account);
      const lockCount = (await locks.get(key))?.consumedPoints ?? 0;
      const waitMs =
        (await charge(networks, network, 1)) ||
        (await charge(failures, key, lockCount > 0 ? ACCOUNT_FAILURES_MAX : 1));
      if (waitMs > 0) return { allowed: false, retryAfterSeconds: Math.ceil(waitMs / 1_000) };
      return {
        allowed: true,
        succeeded: async () => {
          await Promise.all([networks.reward(network), failures.delete(key), locks.delete(key)]);
        },
        failed: async () => {
          const charged = await failures.get(key);
          if (charged === null || charged.consumedPoints < ACCOUNT_FAILURES_MAX) return;
          await locks.set(key, lockCount + 1, LOCKS_REMEMBERED_SECONDS);
          await failures.block(key, lockSeconds(lockCount + 1));
        },
      };
    },
  };
}
