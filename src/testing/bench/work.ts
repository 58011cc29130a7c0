import { randomUUID } from "node:crypto";
import type pg from "pg";
import { newId } from "@/commands/new-id";
import type { Sql } from "@/db/sql";
import { sql } from "@/db/sql";
import type { NewEvent } from "@/domain-events/log/append";

/** The three handlers of the work, all of them hearing every fact. */
export const HANDLERS = ["notification", "workflow", "reporting"] as const;

/** Tables of the business side, and of the floor: the same rows without an engine. */
export const BENCH_SCHEMA = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  CREATE TABLE bench.business (
    id uuid PRIMARY KEY, title text NOT NULL, status text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE bench.event (
    position bigint GENERATED ALWAYS AS IDENTITY UNIQUE, id uuid PRIMARY KEY, type text NOT NULL,
    correlation_id text NOT NULL, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), payload jsonb NOT NULL);
  CREATE INDEX ON bench.event (correlation_id, position);
  CREATE TABLE bench.pending (
    event_id uuid, handler text, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (event_id, handler));
  CREATE TABLE bench.effect (
    event_id uuid, handler text, booking_id text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event_id, handler));
  CREATE TABLE bench.audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL, handler text NOT NULL,
    outcome text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());`;

/** A submitted booking of about 600 bytes; 500 correlations share the facts. */
export function makeFact(number: number, correlations = 500): NewEvent {
  const bookingId = `booking-${String(number % correlations).padStart(6, "0")}`;
  const submittedBy = randomUUID();
  return {
    id: newId(),
    correlationId: bookingId,
    source: "bookings.submit",
    depth: 0,
    metadata: { userId: submittedBy, requestId: randomUUID() },
    fact: {
      type: "BOOKING_SUBMITTED",
      payload: {
        bookingId,
        clientId: randomUUID(),
        title: `Summer sampling tour, stop ${number} ${randomUUID()} ${randomUUID()}`,
        submittedBy,
        submittedAt: new Date().toISOString(),
        eventDates: Array.from({ length: 8 }, (_, day) => `2027-06-${10 + day}T09:00:00+00:00`),
        recurrencePattern: { frequency: "weekly", interval: 1, endDate: "2027-08-31" },
      },
    },
  };
}

export const businessStatement = (): Sql => sql`
  INSERT INTO bench.business (id, title, status) VALUES (${randomUUID()}, ${"Summer sampling tour"}, ${"submitted"})`;

export const effectStatement = (eventId: string, handler: string, bookingId: string): Sql => sql`
  INSERT INTO bench.effect (event_id, handler, booking_id) VALUES (${eventId}, ${handler}, ${bookingId})
  ON CONFLICT DO NOTHING`;

export const effectsStatement = (
  eventIds: readonly string[],
  handler: string,
  bookingIds: readonly string[],
): Sql => sql`
  INSERT INTO bench.effect (event_id, handler, booking_id)
  SELECT e, ${handler}, b FROM unnest(${eventIds}::uuid[], ${bookingIds}::text[]) AS t (e, b) ON CONFLICT DO NOTHING`;

/** Runs a statement prepared once per connection. */
export function run(client: pg.PoolClient, statement: Sql): Promise<pg.QueryResult> {
  return client.query({ name: statement.name, text: statement.text, values: [...statement.values] });
}

/** One transaction on a connection of the pool. */
export async function transaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await work(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
