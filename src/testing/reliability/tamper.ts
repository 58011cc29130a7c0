import { withClient } from "@/launch/roles.mjs";
import type { World } from "./world";

/** What somebody with all rights over the database could do: past grants and past triggers. */
export async function tamper(
  world: World,
  statement: string,
  values: readonly unknown[] = [],
): Promise<number> {
  return withClient(world.test.superuserUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    const { rowCount } = await client.query(statement, [...values]);
    return rowCount ?? 0;
  });
}
