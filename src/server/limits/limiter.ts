import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { createHash } from "node:crypto";
import type { Database } from "@/db/database";

export interface LimitBounds {
  /** Sets the keys of one limit apart from those of another. */
  readonly keyPrefix: string;
  readonly points: number;
  /** Seconds from the first point of a key to its forgetting. */
  readonly duration: number;
}

/** Points counted in Postgres, in memory while Postgres is away. Keep it: what it holds in memory is its own. */
export function createLimiter(database: Database, bounds: LimitBounds): RateLimiterAbstract {
  return new RateLimiterPostgres({
    ...bounds,
    storeClient: database.pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(bounds),
  });
}

/** Resolves to the milliseconds to wait; zero when the points were there, and then they are taken. */
export async function charge(limit: RateLimiterAbstract, key: string, points: number): Promise<number> {
  try {
    await limit.consume(key, points);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(refused.msBeforeNext, 1_000);
    throw refused;
  }
}

/** The table holds no e-mail addresses, and its key has a fixed length. */
export function accountKey(account: string): string {
  return createHash("sha256").update(account.trim().toLowerCase()).digest("hex");
}
