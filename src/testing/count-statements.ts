import type { Database } from "@/db/database";

/** How many statements a read sends; outside of a transaction each takes a connection from the pool. */
export async function countStatements(
  { pool }: Pick<Database, "pool">,
  read: () => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const note = () => {
    count += 1;
  };
  pool.on("acquire", note);
  try {
    await read();
  } finally {
    pool.off("acquire", note);
  }
  return count;
}
