import pg from "pg";

/**
 * The roles of engine §7 as the embedded server and the test servers have them: `muster_owner` owns the
 * database, migrates and maintains; `muster_app` is what requests and the dispatcher run as;
 * `muster_redactor` and `muster_reader` are groups without a sign-in. What each may touch is granted by the
 * migrations. Muster's statements are short; the limits below catch what hangs.
 */
const APP_SETTINGS = {
  timezone: "UTC",
  statement_timeout: "60s",
  idle_in_transaction_session_timeout: "60s",
};
const OWNER_SETTINGS = { timezone: "UTC", idle_in_transaction_session_timeout: "60s" };

/** Two starts may make the same role at once on a shared test server. */
const ROLES_LOCK = 72707370;

/**
 * Makes what is missing and sets the settings; a role that exists keeps its password.
 * @param {pg.Client} superuser
 * @param {{ owner: string, app: string }} passwords
 */
export async function ensureRoles(superuser, passwords) {
  await superuser.query(`SELECT pg_advisory_lock(${ROLES_LOCK})`);
  try {
    await ensureRole(
      superuser,
      "muster_owner",
      `LOGIN PASSWORD ${pg.escapeLiteral(passwords.owner)}`,
      OWNER_SETTINGS,
    );
    await ensureRole(
      superuser,
      "muster_app",
      `LOGIN PASSWORD ${pg.escapeLiteral(passwords.app)}`,
      APP_SETTINGS,
    );
    await ensureRole(superuser, "muster_redactor", "NOLOGIN", {});
    await ensureRole(superuser, "muster_reader", "NOLOGIN", {});
    // Retention redacts through SET ROLE, and monitoring names the longest transaction of any role.
    await superuser.query("GRANT muster_redactor, pg_read_all_stats TO muster_owner");
  } finally {
    await superuser.query(`SELECT pg_advisory_unlock(${ROLES_LOCK})`);
  }
}

/**
 * @param {pg.Client} superuser
 * @param {string} name
 * @param {string} attributes
 * @param {Record<string, string>} settings
 */
async function ensureRole(superuser, name, attributes, settings) {
  const { rowCount } = await superuser.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  if (rowCount === 0) await superuser.query(`CREATE ROLE ${name} ${attributes}`);
  for (const [setting, value] of Object.entries(settings)) {
    await superuser.query(`ALTER ROLE ${name} SET ${setting} = ${pg.escapeLiteral(value)}`);
  }
}

/**
 * An empty database of `muster_owner`. Only its own roles may connect.
 * @param {pg.Client} superuser
 * @param {string} name
 */
export async function createDatabase(superuser, name) {
  const quoted = pg.escapeIdentifier(name);
  await superuser.query(`CREATE DATABASE ${quoted} OWNER muster_owner TEMPLATE template0 ENCODING 'UTF8'`);
  await superuser.query(`REVOKE CONNECT ON DATABASE ${quoted} FROM PUBLIC`);
  await superuser.query(`GRANT CONNECT ON DATABASE ${quoted} TO muster_app, muster_redactor, muster_reader`);
}

/**
 * The extensions only a superuser may make, in the database that the address names.
 * @param {string} superuserUrl
 */
export async function createExtensions(superuserUrl) {
  await withClient(superuserUrl, async (client) => {
    await client.query("CREATE EXTENSION IF NOT EXISTS btree_gist");
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks fails the query at hand; without a listener it would end the process as well.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
