import "server-only";
import { createDatabase, type Database } from "@/db/database";
import { onProcessStop, processWide } from "@/db/process-wide";
import { env } from "@/env";

/** Connections of one process: requests and the dispatcher never wait for each other. */
const REQUEST_CONNECTIONS = 10;
const DISPATCHER_CONNECTIONS = 10;
const OWNER_CONNECTIONS = 3;

/** A delivery's transaction gives its statements up to 30 s and has a limit of its own. */
const DISPATCHER_ANSWER_MS = 45_000;

function shared(name: string, url: () => string, max: number, answerTimeoutMs?: number): Database {
  return processWide(`database.${name}`, () => {
    const address = env().database;
    const database = createDatabase({
      url: url(),
      max,
      applicationName: `muster ${name}`,
      ...(answerTimeoutMs !== undefined && { answerTimeoutMs }),
      // Behind a pooler that is not the direct address, prepared statements may not be tracked.
      prepare: address.directUrl === address.url || address.isEmbedded,
    });
    onProcessStop(`database.${name}`, "pools", () => database.close());
    return database;
  });
}

/** What requests use. */
export function requestDatabase(): Database {
  return shared("requests", () => env().database.url, REQUEST_CONNECTIONS);
}

/** What the dispatcher and its handlers use. */
export function dispatcherDatabase(): Database {
  return shared("dispatcher", () => env().database.url, DISPATCHER_CONNECTIONS, DISPATCHER_ANSWER_MS);
}

/** What makes partitions, seals and takes away what expired: the role that owns the tables. */
export function ownerDatabase(): Database {
  return shared("owner", () => env().database.ownerUrl, OWNER_CONNECTIONS);
}
