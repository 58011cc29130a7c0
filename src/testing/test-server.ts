import { createHash } from "node:crypto";
import pg from "pg";
import { migrate, readMigrations } from "@/launch/migrate.mjs";
import { createExtensions, ensureRoles, withClient } from "@/launch/roles.mjs";

/** What a test file needs to know of the server it runs on; handed over by the global setup. */
export type TestServer = { readonly superuserUrl: string; readonly template: string };

const ROLE_PASSWORD = "muster-test";
const TEMPLATE_LOCK = 72707371;
const LEFTOVER_AGE_MS = 2 * 60 * 60 * 1000;

/**
 * The same server, another role or database.
 * @param role the test servers know `muster_owner` and `muster_app` by one password
 */
export function urlFor(superuserUrl: string, database: string, role?: "muster_owner" | "muster_app"): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  url.searchParams.set("options", "-c TimeZone=UTC");
  if (role) {
    url.username = role;
    url.password = ROLE_PASSWORD;
  }
  // URL writes a space as a plus, which Postgres clients take literally.
  return url.href.replaceAll("+", "%20");
}

/**
 * Makes the roles and, once per state of the migrations, the template database that test files are cloned
 * from. Safe to call from several runs at once; a server that stays up keeps its template.
 * @throws if the server's `muster_owner` has another password: it is somebody's real server
 */
export async function prepareServer(superuserUrl: string): Promise<TestServer> {
  return withClient(superuserUrl, async (superuser) => {
    await superuser.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
    await ensureRoles(superuser, { owner: ROLE_PASSWORD, app: ROLE_PASSWORD });
    const template = templateName();
    await dropLeftovers(superuser, template);
    const { rowCount } = await superuser.query(
      "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate",
      [template],
    );
    if (rowCount === 0) await buildTemplate(superuser, superuserUrl, template);
    return { superuserUrl, template };
  });
}

function templateName(): string {
  const hash = createHash("sha256");
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return `muster_template_${hash.digest("hex").slice(0, 16)}`;
}

async function buildTemplate(superuser: pg.Client, superuserUrl: string, template: string): Promise<void> {
  const name = pg.escapeIdentifier(template);
  await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await superuser.query(`CREATE DATABASE ${name} OWNER muster_owner TEMPLATE template0 ENCODING 'UTF8'`);
  await createExtensions(urlFor(superuserUrl, template));
  try {
    await migrate(urlFor(superuserUrl, template, "muster_owner"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01") {
      throw new Error("The test server has a muster_owner of its own: name a server without Muster's roles.");
    }
    throw error;
  }
  await superuser.query(`ALTER DATABASE ${name} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
}

/** Databases of runs that were killed, and templates of migrations that have since changed. */
async function dropLeftovers(superuser: pg.Client, template: string): Promise<void> {
  const { rows } = await superuser.query<{ name: string; template: boolean }>(
    `SELECT datname AS name, datistemplate AS template FROM pg_database
     WHERE (datname LIKE 'muster\\_template\\_%' AND datname <> $1)
        OR (datname LIKE 'muster\\_test\\_%' AND split_part(datname, '_', 3)::bigint < $2)`,
    [template, Date.now() - LEFTOVER_AGE_MS],
  );
  for (const row of rows) {
    const name = pg.escapeIdentifier(row.name);
    if (row.template) await superuser.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}
