import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createDatabase, type Database, type Tx } from "./database";
import { constraintViolation, isConnectionLost, isStatementTimeout, isTransient } from "./errors";
import { sql } from "./sql";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.url, max: 3, applicationName: "test" });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const names = async () =>
  (await database.query<{ name: string }>(sql`SELECT name FROM client ORDER BY 1`)).map((row) => row.name);
const client = (index: number, name: string) => ({
  id: `0199aaaa-0000-7000-8000-${String(index).padStart(12, "0")}`,
  name,
});

test("model calls belong to the transaction: rolled back with it, seen by its statements, not by others", async () => {
  const failure = new Error("stop");
  const attempt = database.transaction(async (tx) => {
    await tx.prisma.client.create({ data: client(1, "Gone") });
    expect(await tx.query(sql`SELECT name FROM client WHERE name = 'Gone'`)).toHaveLength(1);
    expect(await database.prisma.client.findFirst({ where: { name: "Gone" } })).toBeNull();
    throw failure;
  });
  await expect(attempt).rejects.toBe(failure);
  expect(await names()).not.toContain("Gone");
});

const nested = (index: number, name: string, email: string) => ({
  data: {
    ...client(index, name),
    people: { create: { id: client(index + 500, "").id, name: "Ada", email, role: "client" } },
  },
});

test("a write that Prisma wraps in a transaction of its own gets a savepoint and commits with ours", async () => {
  await database.transaction(async (tx) => {
    await tx.prisma.client.create(nested(2, "Nested", "ada@example.com"));
  });
  expect(await names()).toContain("Nested");
});

test("a nested write that fails leaves our transaction usable and takes nothing else with it", async () => {
  await database.transaction(async (tx) => {
    await tx.prisma.client.create({ data: client(3, "Before") });
    await expect(tx.prisma.client.create(nested(4, "Half", "ADA@example.com"))).rejects.toThrow();
    await tx.prisma.client.create({ data: client(5, "After") });
  });
  expect(await names()).toEqual(expect.arrayContaining(["Before", "After"]));
  expect(await names()).not.toContain("Half");
});

test("a nested write is rolled back with our transaction", async () => {
  const attempt = database.transaction(async (tx) => {
    await tx.prisma.client.create(nested(6, "Undone", "eve@example.com"));
    throw new Error("stop");
  });
  await expect(attempt).rejects.toThrow("stop");
  expect(await names()).not.toContain("Undone");
});

test("the connection of a transaction can be used again for the next one", async () => {
  for (let index = 0; index < 8; index += 1) {
    await database.transaction((tx) => tx.prisma.client.findMany());
  }
  expect(database.pool.totalCount).toBeLessThanOrEqual(3);
});

test("an error that was swallowed cannot end in a commit that was none", async () => {
  const attempt = database.transaction(async (tx) => {
    await tx.prisma.client.create({ data: client(7, "Swallowed") });
    await tx.execute(sql`SELECT 1 / 0`).catch(() => undefined);
  });
  await expect(attempt).rejects.toThrow("rolled back");
  expect(await names()).not.toContain("Swallowed");
});

test("what a caller left running cannot write once the transaction is rolled back", async () => {
  let resume: () => void = () => undefined;
  const resumed = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const late: Promise<unknown>[] = [];
  const attempt = database.transaction(async (tx) => {
    const { prisma } = tx;
    const insert = (index: number) =>
      sql`INSERT INTO client (id, name) VALUES (${client(index, "").id}, 'Late')`;
    late.push(
      resumed.then(() => tx.execute(insert(30))),
      resumed.then(() => tx.query(insert(31))),
      resumed.then(() => tx.prisma.client.create({ data: client(32, "Late") })),
      resumed.then(() => prisma.client.create({ data: client(33, "Late") })),
      resumed.then(() => prisma.client.create(nested(34, "Late", "late@example.com"))),
    );
    await tx.query(sql`SELECT 1`);
    throw new Error("stop");
  });
  await expect(attempt).rejects.toThrow("stop");
  resume();
  const outcomes = await Promise.allSettled(late);
  expect(outcomes.map((one) => one.status)).toEqual(Array.from(outcomes, () => "rejected"));
  expect(await names()).not.toContain("Late");
});

test("a finished transaction takes no more statements either", async () => {
  const tx = await database.transaction(async (open) => open);
  await expect(tx.query(sql`SELECT 1`)).rejects.toThrow("The transaction is over");
});

async function killDuring(run: (tx: Tx, kill: () => Promise<void>) => Promise<unknown>): Promise<unknown> {
  return database
    .transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await run(tx, () =>
        withClient(testDatabase.superuserUrl, async (superuser) => {
          await superuser.query("SELECT pg_terminate_backend($1, 5000)", [row?.pid]);
        }),
      );
    })
    .catch((reason: unknown) => reason);
}

test("a connection killed between two statements is a lost connection, not the end of the process", async () => {
  const error = await killDuring(async (tx, kill) => {
    await kill();
    await tx.query(sql`SELECT 1`);
  });
  expect(isConnectionLost(error)).toBe(true);
  expect(await database.query(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});

test("so is one killed during a model call", async () => {
  const error = await killDuring(async (tx, kill) => {
    await kill();
    await tx.prisma.client.findMany();
  });
  expect(isConnectionLost(error)).toBe(true);
});

test("a lost connection does not go back to the pool", async () => {
  const before = await database.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
  await killDuring((tx, kill) => kill().then(() => tx.query(sql`SELECT 1`)));
  const after = await Promise.all(
    Array.from({ length: 3 }, () => database.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)),
  );
  expect(before).toHaveLength(1);
  expect(after.flat()).toHaveLength(3);
});

test("a statement that takes too long is a time limit, and the limit ends with its transaction", async () => {
  const error = await database
    .transaction((tx) => tx.query(sql`SELECT pg_sleep(5)`), { statementTimeoutMs: 20 })
    .catch((reason: unknown) => reason);
  expect([isStatementTimeout(error), isConnectionLost(error), isTransient(error)]).toEqual([
    true,
    false,
    false,
  ]);
  const [row] = await database.query<{ limit: string }>(
    sql`SELECT current_setting('statement_timeout') AS limit`,
  );
  expect(row?.limit).toBe("15s");
});

test("plans are kept in the transaction that asks for it, and in no other on its connection", async () => {
  const mode = sql`SELECT pg_backend_pid() AS pid, current_setting('plan_cache_mode') AS mode`;
  const [inside] = await database.transaction((tx) => tx.query<{ pid: number; mode: string }>(mode), {
    keepsPlans: true,
  });
  const [after] = await database.transaction((tx) => tx.query<{ pid: number; mode: string }>(mode));
  expect([inside?.mode, after?.mode]).toEqual(["force_generic_plan", "auto"]);
  expect(after?.pid).toBe(inside?.pid);
});

test("a deadlock is transient, through statements and through model calls", async () => {
  await database.transaction(async (tx) => {
    await tx.prisma.client.createMany({ data: [client(11, "Left"), client(12, "Right")] });
  });
  for (const through of ["statements", "models"] as const) {
    const bump = (tx: Tx, id: string) =>
      through === "statements"
        ? tx.execute(sql`UPDATE client SET version = version + 1 WHERE id = ${id}`)
        : tx.prisma.client.update({ where: { id }, data: { version: { increment: 1 } } });
    const [left, right] = [client(11, "").id, client(12, "").id];
    let arrived = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const cross = (first: string, second: string) =>
      database.transaction(async (tx) => {
        await bump(tx, first);
        arrived += 1;
        if (arrived === 2) open();
        await both;
        await bump(tx, second);
      });
    const results = await Promise.allSettled([cross(left, right), cross(right, left)]);
    const reasons = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(
      reasons.map((reason) => isTransient(reason)),
      through,
    ).toEqual([true]);
  }
});

test("values are bound, never text of the statement", async () => {
  const name = "x'); DROP TABLE client; --";
  await database.execute(sql`INSERT INTO client (id, name) VALUES (${client(20, "").id}, ${name})`);
  expect(await names()).toContain(name);
});

test("a violation is known by its name, and carries no value of the row", async () => {
  const error = await database.prisma.client
    .create({ data: client(21, "nested") })
    .catch((reason: unknown) => reason);
  expect(constraintViolation(error)).toEqual({ kind: "unique", constraint: "client_name_key" });
});
