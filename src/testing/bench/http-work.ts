import { randomUUID } from "node:crypto";
import type pg from "pg";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { run, transaction } from "./work";

/** What the bench knows of the demo agency. */
export interface HttpBenchWorld {
  readonly clientId: string;
  readonly venueIds: readonly string[];
}

const plan = {
  activities: [
    {
      type: "Sampling",
      description: "Handing out samples of the new flavor near the fountain",
      durationMinutes: 60,
      roles: [{ role: "Host", headcount: 2 }],
      kits: [],
    },
  ],
};

/** A place and time of its own for every number, so that no booking clashes with another. */
export function slot({ venueIds }: HttpBenchWorld, number: number) {
  const day = Date.UTC(2030, 0, 1) + Math.floor(number / venueIds.length) * 86_400_000;
  const localStart = `${new Date(day).toISOString().slice(0, 10)}T10:00`;
  return { locationId: venueIds[number % venueIds.length] ?? "", localStart };
}

/** The body of `bookings.create`, with a key of its own. */
export function wish(world: HttpBenchWorld, number: number) {
  const { locationId, localStart } = slot(world, number);
  return {
    idempotencyKey: randomUUID(),
    title: `Summer sampling tour, stop ${number}`,
    locationIds: [locationId],
    schedule: { kind: "dates", dates: [{ localStart, durationMinutes: 60 }] },
    plan,
    contact: null,
    notes: "",
  };
}

/** One fact with its identity and deliveries, as plain inserts. */
async function insertFact(
  client: pg.PoolClient,
  fact: { readonly type: string; readonly bookingId: string; readonly handlers: readonly string[] },
  payload: object,
): Promise<void> {
  const id = newId();
  const metadata = JSON.stringify({ userId: randomUUID(), actorRole: "admin", requestId: id, version: "1" });
  await run(
    client,
    sql`INSERT INTO event_identity (id, recorded_at, category)
      VALUES (${id}, date_trunc('milliseconds', now()), 'booking')`,
  );
  const { rows } = await run(
    client,
    sql`INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, metadata,
        recorded_at, expires_on, entity_ids)
      VALUES (${id}, ${fact.type}, 'booking', now(), ${fact.bookingId}, 'bookings.bench', ${JSON.stringify(payload)},
        ${metadata}, date_trunc('milliseconds', now()), '2033-12-01',
        ${[`booking:${fact.bookingId}`, `client:${id}`]})
      RETURNING position`,
  );
  await run(
    client,
    sql`INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on,
        due_at)
      SELECT h, ${fact.bookingId}, ${rows[0]?.position}::bigint, ${id}, ${fact.type}, 'booking', now(), '2033-12-01', now()
      FROM unnest(${[...fact.handlers]}::text[]) AS h`,
  );
}

async function insertReceipt(client: pg.PoolClient, command: string, bookingId: string): Promise<void> {
  const answer = JSON.stringify({ bookingId, version: 1, status: "draft" });
  await run(
    client,
    sql`INSERT INTO command_receipt (idempotency_key, actor_id, command, body_hash, result, event_ids)
      VALUES (${randomUUID()}, ${bookingId}, ${command}, ${"0".repeat(64)}, ${answer}, ${[randomUUID()]})`,
  );
}

/** The rows of `bookings.create` by raw SQL, one statement after the other; resolves to the booking's id. */
export async function rawCreate(pool: pg.Pool, world: HttpBenchWorld, number: number): Promise<string> {
  const id = newId();
  const { locationId, localStart } = slot(world, number);
  const { title, ...content } = wish(world, number);
  const starts = `${localStart}:00Z`;
  await transaction(pool, async (client) => {
    await insertReceipt(client, "bookings.create", id);
    await run(
      client,
      sql`INSERT INTO booking (id, client_id, title, status, time_zone, plan, created_by, created_at, waiting_for,
          waiting_since, updated_at)
        VALUES (${id}, ${world.clientId}, ${title}, 'draft', 'America/New_York', ${JSON.stringify(plan)}, ${id},
          now(), 'client', now(), now())`,
    );
    await run(
      client,
      sql`INSERT INTO booking_date (id, booking_id, local_start, starts_at, ends_at, time_zone, status)
        VALUES (${newId()}, ${id}, ${localStart}, ${starts}, ${starts}::timestamptz + interval '1 hour',
          'America/New_York', 'undecided')`,
    );
    await run(
      client,
      sql`INSERT INTO booking_venue (booking_id, location_id, rank) VALUES (${id}, ${locationId}, 0)`,
    );
    await run(
      client,
      sql`INSERT INTO booking_revision (booking_id, version, content, changed_by, changed_at)
        VALUES (${id}, 1, ${JSON.stringify(content)}, ${id}, now())`,
    );
    const fact = { type: "BOOKING_CREATED", bookingId: id, handlers: ["reporting"] };
    await insertFact(client, fact, { bookingId: id, clientId: id, title, status: "draft", createdBy: id });
  });
  return id;
}

/** The rows of `bookings.approve` by raw SQL. */
export async function rawApprove(pool: pg.Pool, bookingId: string): Promise<void> {
  await transaction(pool, async (client) => {
    await insertReceipt(client, "bookings.approve", bookingId);
    await run(
      client,
      sql`UPDATE booking SET status = 'approved', version = version + 1, decided_by = ${bookingId},
          decided_at = now(), waiting_for = 'nobody', waiting_since = now(), updated_at = now()
        WHERE id = ${bookingId}`,
    );
    await run(client, sql`UPDATE booking_date SET status = 'approved' WHERE booking_id = ${bookingId}`);
    const handlers = ["notification", "workflow", "reporting"];
    await insertFact(
      client,
      { type: "BOOKING_APPROVED", bookingId, handlers },
      {
        bookingId,
        clientId: bookingId,
        title: "Summer sampling tour",
        approvedBy: bookingId,
        approvedAt: new Date().toISOString(),
        eventDates: ["2030-01-01T10:00:00-05:00"],
      },
    );
  });
}
