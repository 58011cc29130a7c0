import type { Database } from "@/db/database";
import { charge, createLimiter } from "./limiter";

/** Codes that are scanned or typed: 10 a minute per person and event (security.md part 6). */
export interface CodeLimit {
  /** Resolves to the seconds to wait; zero when the code may be tried, and then it is counted. */
  charge(personId: string, recordId: string): Promise<number>;
}

const limits = new WeakMap<Database, CodeLimit>();

/** The limit over this database, the same one each time: what it holds in memory must outlive a request. */
export function codeLimit(database: Database): CodeLimit {
  const known = limits.get(database) ?? createCodeLimit(database);
  limits.set(database, known);
  return known;
}

function createCodeLimit(database: Database): CodeLimit {
  const tries = createLimiter(database, { keyPrefix: "check-in-code", points: 10, duration: 60 });
  return {
    charge: async (personId, recordId) =>
      Math.ceil((await charge(tries, `${personId}:${recordId}`, 1)) / 1_000),
  };
}
