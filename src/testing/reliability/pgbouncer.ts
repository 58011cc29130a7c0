import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresAccount } from "@/launch/postgres-account.mjs";
import { freePort } from "@/launch/postgres.mjs";
import { withClient } from "@/launch/roles.mjs";
import { until } from "./world";

const PROGRAM = "pgbouncer";

/** Where the tests can run at all: a Debian package, and part of no npm package. */
export const hasPgBouncer = spawnSync(PROGRAM, ["--version"]).status === 0;

/** Sessions on the server, for however many clients. */
export const SERVER_SESSIONS = 3;

export interface PgBouncer {
  /** The same database through the pooler. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** A pooler in transaction mode, set up as README.md says, in front of the server of this address. */
export async function startPgBouncer(databaseUrl: string): Promise<PgBouncer> {
  const account = postgresAccount();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "muster-pgbouncer-"));
  const { hostname, port: serverPort, username, password } = new URL(databaseUrl);
  const settings = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  writeFileSync(users, `"${username}" "${password}"\n`);
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
pool_mode = transaction
default_pool_size = ${SERVER_SESSIONS}
ignore_startup_parameters = extra_float_digits, options, statement_timeout, idle_in_transaction_session_timeout
auth_type = plain
auth_file = ${users}
`,
  );
  chmodSync(folder, 0o700);
  if (account) for (const path of [folder, settings, users]) chownSync(path, account.uid, account.gid);
  const child = spawn(PROGRAM, ["-q", settings], { ...account, stdio: "ignore" });
  const closed = once(child, "close");
  const through = (url: string) => {
    const changed = new URL(url);
    changed.port = String(port);
    return changed.href.replaceAll("+", "%20");
  };
  const answers = () =>
    withClient(through(databaseUrl), (client) => client.query("SELECT 1")).then(
      () => true,
      () => false,
    );
  await until(answers);
  return {
    through,
    stop: async () => {
      child.kill("SIGTERM");
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
