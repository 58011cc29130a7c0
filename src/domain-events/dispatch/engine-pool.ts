import { createDatabase, type Database } from "@/db/database";

/** Connections for claiming, renewing and putting failures on record, apart from those that handlers use. */
const CONNECTIONS = 3;

/**
 * The hot table is empty at one moment and full at the next, so a plan made on an empty table would read and sort
 * all of a full one, once per order key. Walking its index is right at every size.
 */
const PLAN_BY_INDEX = ["seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin"]
  .map((method) => `-c enable_${method}=off`)
  .join(" ");

const STATEMENT_MS_MAX = 15_000;
const ANSWER_MS_MAX = 20_000;

/** The dispatcher's second, small pool (engine.md §9); at least as impatient with a silent connection as the first. */
export function createEnginePool(database: Database): Database {
  return createDatabase({
    // A pooler refuses settings that come with the connection; without prepared plans they matter less.
    url: database.prepare
      ? withSetting(connectionString(database), PLAN_BY_INDEX)
      : connectionString(database),
    max: CONNECTIONS,
    applicationName: "muster-dispatcher",
    statementTimeoutMs: STATEMENT_MS_MAX,
    answerTimeoutMs: Math.min(ANSWER_MS_MAX, database.pool.options.query_timeout ?? ANSWER_MS_MAX),
    prepare: database.prepare,
  });
}

/** Where a database's pool connects to. Throws when the pool was not made from a URL. */
export function connectionString(database: Database): string {
  const { connectionString: url } = database.pool.options;
  if (url === undefined) throw new Error("the dispatcher's pool has no URL");
  return url;
}

function withSetting(url: string, setting: string): string {
  const changed = new URL(url);
  const options = changed.searchParams.get("options");
  changed.searchParams.set("options", options === null ? setting : `${options} ${setting}`);
  // URL writes a space as a plus, which Postgres clients take literally.
  return changed.href.replaceAll("+", "%20");
}
