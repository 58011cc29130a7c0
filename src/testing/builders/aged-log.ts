import { newId } from "@/commands/new-id";
import type { Database } from "@/db/database";
import {
  CATEGORIES,
  type Category,
  catalog,
  type EventType,
  eventTypes,
} from "@/domain-events/catalog/catalog";
import type { Fact } from "@/domain-events/catalog/fact";
import { appendEvents } from "@/domain-events/log/append";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { withClient } from "@/launch/roles.mjs";
import type { TestDatabase } from "@/testing/database";

const SPAN_MONTHS = { month: 1, "half-year": 6, year: 12 } as const;

/** One fact of every type, with all that its payload can hold, in one correlation; resolves to their ids. */
export async function appendEveryType(db: Database, correlationId: string): Promise<readonly string[]> {
  const events = eventTypes.map((type) => ({
    id: newId(),
    fact: exampleOf(type),
    correlationId,
    source: "tests.record",
    metadata: { userId: "0199c8a0-1000-7000-8000-000000000011", actorRole: "admin" },
    depth: 0,
  }));
  await db.transaction((tx) => appendEvents(tx, events));
  return events.map((event) => event.id);
}

/** The overload ties type and payload together. */
function exampleOf(type: EventType): Fact;
function exampleOf(type: EventType): { type: EventType; payload: unknown } {
  return { type, payload: catalog[type].example };
}

/**
 * Makes everything in the log so many months older, receipts and open deliveries too, as if it had been there all the
 * time. To be used before anything is sealed.
 */
export async function ageLog(test: TestDatabase, months: number): Promise<void> {
  await withClient(test.ownerUrl, async (owner) => {
    for (const category of CATEGORIES) {
      const span = SPAN_MONTHS[retentionPolicy[category].partitionSpan];
      await owner.query(MAKE_PARTITION, [`event_log_${category}`, span, months, 0]);
      await owner.query(MAKE_PARTITION, ["event_attempt", 6, months, retentionPolicy[category].yearsKept]);
    }
  });
  await withClient(test.superuserUrl, async (superuser) => {
    await superuser.query("SET session_replication_role = replica; SET TimeZone = 'UTC'");
    for (const category of CATEGORIES) await ageCategory(superuser, category, months);
  });
}

/** The partition that holds a moment so many months ago, or the day so many years after it. */
const MAKE_PARTITION = `
  SELECT make_event_partition($1, start, (start + make_interval(months => $2))::date, to_char(start, 'YYYY_MM'))
  FROM event_period_start(
    ((clock_timestamp() AT TIME ZONE 'UTC') - make_interval(months => $3) + make_interval(years => $4))::date, $2) AS start`;

async function ageCategory(
  superuser: { query(text: string, values?: unknown[]): Promise<unknown> },
  category: Category,
  months: number,
): Promise<void> {
  const { yearsKept } = retentionPolicy[category];
  const older = "recorded_at - make_interval(months => $2)";
  const day = `(${older})::date`;
  const expiry = `(${day} + make_interval(years => $3))::date
    + (extract(day FROM ${day}) <> extract(day FROM ${day} + make_interval(years => $3)))::integer`;
  await superuser.query(
    `UPDATE event_attempt SET expires_on = ${expiry}, recorded_at = ${older}
     WHERE event_id IN (SELECT id FROM event_identity WHERE category = $1)`,
    [category, months, yearsKept],
  );
  await superuser.query(
    `UPDATE event_delivery SET expires_on = ${expiry}, recorded_at = ${older} WHERE category = $1`,
    [category, months, yearsKept],
  );
  await superuser.query(
    `UPDATE event_log SET expires_on = ${expiry}, recorded_at = ${older},
       "timestamp" = "timestamp" - make_interval(months => $2) WHERE category = $1`,
    [category, months, yearsKept],
  );
  await superuser.query(`UPDATE event_identity SET recorded_at = ${older} WHERE category = $1`, [
    category,
    months,
  ]);
}
