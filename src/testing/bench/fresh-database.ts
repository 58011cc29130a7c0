import { withClient } from "@/launch/roles.mjs";
import { onSignals } from "@/testing/on-signals";
import { startOwnPostgres } from "@/testing/own-postgres";
import { prepareServer, urlFor } from "@/testing/test-server";

export interface BenchServer {
  readonly settings: Readonly<Record<string, string>>;
  freshDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }>;
  dispose(): Promise<void>;
}

/** A durable server of one's own, set up as in production, that gives out migrated databases. */
export async function startBenchServer(): Promise<BenchServer> {
  const postgres = await startOwnPostgres({ durable: true });
  const ignoreSignals = onSignals(() => postgres.dispose());
  const { superuserUrl, template } = await prepareServer(postgres.superuserUrl);
  let made = 0;
  return {
    settings: await readSettings(superuserUrl),
    async freshDatabase() {
      made += 1;
      const name = `muster_bench_${made}`;
      await withClient(superuserUrl, (client) =>
        client.query(`CREATE DATABASE ${name} OWNER muster_owner TEMPLATE ${template}`),
      );
      const drop = async () => {
        await withClient(superuserUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      };
      return { url: urlFor(superuserUrl, name, "muster_owner"), drop };
    },
    dispose: () => {
      ignoreSignals();
      return postgres.dispose();
    },
  };
}

async function readSettings(url: string): Promise<Record<string, string>> {
  const names = ["server_version", "synchronous_commit", "fsync", "shared_buffers"];
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY ($1)",
      [names],
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  });
}
