import type { Subject } from "@/commands/decider";
import { sql } from "@/db/sql";
import { aFact } from "./world";

export interface AddToCounter {
  readonly type: "add";
  readonly name: string;
  readonly amount: number;
}

/** The smallest subject there is: a named number that grows, one fact per growth. */
export const counters: Subject<AddToCounter, { name: string; value: number }, null, { value: number }> = {
  name: "counters",
  recordName: "counter",
  policy: () => "allow",
  decide: ({ name }) => [aFact(name).fact],
  evolve: (state, _, { command }) => ({ ...state, value: state.value + command.amount }),
  load: async (tx, { name }) => {
    await tx.execute(
      sql`INSERT INTO reliability_counter (name, value) VALUES (${name}, 0) ON CONFLICT DO NOTHING`,
    );
    const [row] = await tx.query<{ value: number }>(sql`
      SELECT value FROM reliability_counter WHERE name = ${name} FOR UPDATE`);
    return { state: { name, value: row?.value ?? 0 }, outside: null };
  },
  save: async (tx, { after }) => {
    await tx.execute(sql`UPDATE reliability_counter SET value = ${after.value} WHERE name = ${after.name}`);
  },
  correlationId: ({ name }) => name,
  result: ({ value }) => ({ value }),
};

export const COUNTER_TABLE =
  "CREATE TABLE reliability_counter (name text PRIMARY KEY, value integer NOT NULL)";
