import type { Database } from "@/db/database";
import { accountKey, charge, createLimiter } from "./limiter";

/** Links for a new password: 3 an hour per account, 10 per network (security.md part 6). */
export interface LinkLimit {
  /** Resolves to the seconds to wait; zero when the link may be asked for, and then it is counted. */
  charge(account: string, network: string): Promise<number>;
}

const HOUR_SECONDS = 60 * 60;

/** Keep it: what it holds in memory while Postgres is away is its own. */
export function createLinkLimit(database: Database): LinkLimit {
  const accounts = createLimiter(database, { keyPrefix: "link-account", points: 3, duration: HOUR_SECONDS });
  const networks = createLimiter(database, { keyPrefix: "link-network", points: 10, duration: HOUR_SECONDS });
  return {
    charge: async (account, network) => {
      const waitMs = (await charge(networks, network, 1)) || (await charge(accounts, accountKey(account), 1));
      return Math.ceil(waitMs / 1_000);
    },
  };
}
