import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Reason } from "@/modules/staffing/fit/shapes";
import { rankCandidates, type RankedCandidate, type Ranking } from "./candidates";

export interface CandidatesAnswer {
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly candidates: readonly CandidateView[];
}

/** One of them; what they are paid is null for all but the desk (security.md S-3). */
export interface CandidateView extends RankedCandidate {
  /** How it stands between them and the slot; null when they were never asked. */
  readonly asked: string | null;
}

/** The ranking for the desk and for the event's manager; for all others there is no such shift. */
export async function candidatesFor(
  db: Queryable,
  reader: PersonActor,
  input: {
    readonly slotId: string;
    readonly userIds?: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<CandidatesAnswer> {
  await mustRun(db, reader, input.slotId);
  const { slotId, limit, userIds } = input;
  const [{ shift, candidates }, asked] = await Promise.all([
    rankCandidates(db, { slotId }, { limit, ...(userIds && { userIds }) }),
    db.query<{ user_id: string; status: string }>(sql`
      SELECT DISTINCT ON (user_id) user_id, status FROM staff_assignment WHERE slot_id = ${slotId}
      ORDER BY user_id, created_at DESC, id DESC`),
  ]);
  const status = new Map(asked.map((one) => [one.user_id, one.status]));
  const { role, startsAt, endsAt, timeZone } = shift;
  return {
    role,
    startsAt,
    endsAt,
    timeZone,
    candidates: payHidden(candidates, reader).map((one) => ({
      ...one,
      asked: status.get(one.userId) ?? null,
    })),
  };
}

async function mustRun(db: Queryable, reader: PersonActor, slotId: string): Promise<void> {
  const [slot] = await db.query<{ manager_id: string | null }>(sql`
    SELECT e.manager_id FROM staff_slot s JOIN event_instance e ON e.id = s.event_id WHERE s.id = ${slotId}`);
  if (!slot || (reader.role !== "admin" && slot.manager_id !== reader.id)) throw notFound("shift");
}

function payHidden(candidates: Ranking["candidates"], reader: PersonActor): readonly RankedCandidate[] {
  if (reader.role === "admin") return candidates;
  const isTold = ({ kind }: Reason) => kind !== "cost";
  return candidates.map((one) => ({
    ...one,
    pay: null,
    fit: { ...one.fit, reasons: one.fit.reasons.filter(isTold) },
  }));
}
