import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { nameStatement } from "./statement-names";
import { assertTransaction } from "./transaction-over";

/** Prisma inside an open transaction: the transaction itself is ours, so its own transaction calls are hidden. */
export type TxPrisma = Omit<PrismaClient, "$transaction" | "$connect" | "$disconnect" | "$on" | "$extends">;

const clients = new WeakMap<pg.PoolClient, TxPrisma>();

/**
 * The Prisma client that speaks through this one connection (decision 0002).
 *
 * Made once per connection (about 5 MB and 15 ms) and kept with it. Model calls thereby take part in the
 * transaction that the raw statements on the same connection belong to. The few model calls for which Prisma
 * opens a transaction of its own get a savepoint instead.
 */
export function boundPrisma(client: pg.PoolClient, prepare: boolean): TxPrisma {
  const known = clients.get(client);
  if (known) return known;
  const adapter = new PrismaPg(poolOfOne(client), prepare ? { statementNameGenerator: nameStatement } : {});
  const prisma: TxPrisma = new PrismaClient({ adapter });
  clients.set(client, prisma);
  return prisma;
}

const STEPS: Readonly<Record<string, string>> = {
  BEGIN: "SAVEPOINT prisma_step",
  COMMIT: "RELEASE SAVEPOINT prisma_step",
  ROLLBACK: "ROLLBACK TO SAVEPOINT prisma_step",
};

/** A pool as Prisma expects it, whose every statement goes to the one given connection. */
function poolOfOne(client: pg.PoolClient): pg.Pool {
  const never = new pg.Pool({ max: 1 });
  return new Proxy(never, {
    get(pool, key) {
      if (key === "query") {
        return (query: pg.QueryConfig) => {
          assertTransaction(client);
          return client.query(query);
        };
      }
      if (key === "connect") return async () => asSavepoint(client);
      return Reflect.get(pool, key, pool);
    },
  });
}

/** The same connection, on which a nested transaction is a savepoint and releasing it returns nothing to a pool. */
function asSavepoint(client: pg.PoolClient): pg.PoolClient {
  return new Proxy(client, {
    get(target, key) {
      if (key === "release") return () => undefined;
      if (key === "query") {
        return (query: pg.QueryConfig) => {
          assertTransaction(client);
          const step = STEPS[query.text];
          return step === undefined ? target.query(query) : target.query(step);
        };
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
