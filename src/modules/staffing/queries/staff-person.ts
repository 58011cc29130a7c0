import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { laborRules } from "@/modules/staffing/fit/labor-rules";
import { type Reliability, type Receipt, reliabilityOf } from "@/modules/staffing/fit/reliability";
import type { Commitment } from "@/modules/staffing/fit/shapes";
import { elapsedHours } from "@/values/time-window";
import { readCandidates } from "./read-candidates";

/** What a person did and is going to do on shifts, for the desk. */
export interface StaffPerson {
  readonly upcoming: readonly UpcomingShift[];
  /** Of the next seven days from this moment, against the strictest limit of where they work. */
  readonly hours: { readonly planned: number; readonly max: number };
  readonly reliability: number;
  readonly receipts: readonly ReceiptView[];
}

export interface UpcomingShift
  extends Pick<
    Commitment,
    "assignmentId" | "eventId" | "code" | "title" | "startsAt" | "endsAt" | "timeZone"
  > {
  readonly isNow: boolean;
}

/** A shift that counts, with the log's entry that says so; null where the entry has expired. */
export interface ReceiptView extends Receipt {
  readonly eventId: string;
  readonly code: string;
  readonly title: string;
  readonly factId: string | null;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Throws `NOT_FOUND` for nobody of that id. */
export async function staffPerson(db: Queryable, userId: string): Promise<StaffPerson> {
  const [clock] = await db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
  if (!clock) throw new Error("the database has no clock");
  const now = clock.now.toISOString();
  const endsAt = new Date(clock.now.getTime() + WEEK_DAYS * DAY_MS).toISOString();
  const people = sql`SELECT ${userId}::uuid AS user_id, 0 AS place`;
  const [person] = await readCandidates(db, people, { startsAt: now, endsAt, clientId: null, now });
  if (!person) throw notFound("person");
  const { value, receipts } = reliabilityOf(person.past, now);
  const ahead = person.commitments.filter((shift) => shift.endsAt > now);
  const thisWeek = ahead.filter((shift) => shift.startsAt < endsAt);
  return {
    upcoming: ahead.map((shift) => upcomingShift(shift, now)),
    hours: {
      planned: thisWeek.reduce((sum, shift) => sum + elapsedHours(shift), 0),
      max: Math.min(
        ...[laborRules(""), ...thisWeek.map(({ country }) => laborRules(country))].map(
          (rules) => rules.weekHoursMax,
        ),
      ),
    },
    reliability: value,
    receipts: await withFacts(db, receipts),
  };
}

function upcomingShift(shift: Commitment, now: string): UpcomingShift {
  const { assignmentId, eventId, code, title, startsAt, endsAt, timeZone } = shift;
  return { assignmentId, eventId, code, title, startsAt, endsAt, timeZone, isNow: startsAt <= now };
}

interface FactRow {
  readonly assignment_id: string;
  readonly event_id: string;
  readonly number: number;
  readonly title: string;
  readonly fact_id: string | null;
}

/** The entry that decided each: that they came, did not, or took it back. */
async function withFacts(db: Queryable, receipts: Reliability["receipts"]): Promise<readonly ReceiptView[]> {
  const ids = receipts.map(({ assignmentId }) => assignmentId);
  const rows = await db.query<FactRow>(sql`
    SELECT a.id AS assignment_id, a.event_id, e.number, b.title, l.id AS fact_id
    FROM staff_assignment a JOIN event_instance e ON e.id = a.event_id JOIN booking b ON b.id = a.booking_id
    LEFT JOIN LATERAL (
      SELECT l.id FROM event_log l
      WHERE l.correlation_id = a.booking_id::text AND l.category = 'staff'
        AND l.entity_ids @> ARRAY['assignment:' || a.id::text]
        AND l.type IN ('STAFF_CHECKED_IN', 'STAFF_NO_SHOW', 'STAFF_ASSIGNMENT_WITHDRAWN')
      ORDER BY l.position DESC LIMIT 1) AS l ON true
    WHERE a.id = ANY (${ids}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.assignment_id, row]));
  return receipts.flatMap((receipt) => {
    const row = byId.get(receipt.assignmentId);
    if (!row) return [];
    return [
      { ...receipt, eventId: row.event_id, code: `EV-${row.number}`, title: row.title, factId: row.fact_id },
    ];
  });
}
