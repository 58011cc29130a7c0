import type { Database } from "@/db/database";
import { accountKey, charge, createLimiter } from "./limiter";

/** Links for a new password: 3 an hour per account, 10 per network (security.md part 6). */
export interface LinkLimit {
  /** Resolves to the seconds to wait; zero when the link may be asked for, and then it is counted. */
  charge(account: string, network: string): Promise<number>;
}

const HOUR_SECONDS = 60 * 60;

/** Invitations: 30 an hour per admin who sends them (security.md part 6). */
export interface InviteLimit {
  /** Resolves to the seconds to wait; zero when the invitation may be sent, and then it is counted. */
  charge(senderId: string): Promise<number>;
}

const inviteLimits = new WeakMap<Database, InviteLimit>();

/** The limit over this database, the same one each time: what it holds in memory must outlive a request. */
export function inviteLimit(database: Database): InviteLimit {
  const known = inviteLimits.get(database) ?? createInviteLimit(database);
  inviteLimits.set(database, known);
  return known;
}

function createInviteLimit(database: Database): InviteLimit {
  const senders = createLimiter(database, { keyPrefix: "invite-sender", points: 30, duration: HOUR_SECONDS });
  return { charge: async (senderId) => Math.ceil((await charge(senders, senderId, 1)) / 1_000) };
}

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
