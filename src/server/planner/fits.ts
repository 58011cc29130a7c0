import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { assessFit, cheapestRates } from "@/modules/staffing/fit";
import { homeKilometers } from "@/modules/staffing/fit/reasons";
import type { Candidate } from "@/modules/staffing/fit/shapes";
import type { PlanSlot, SlotGroup, RosterProblem } from "@/modules/staffing/plan/shapes";
import { groupSlots } from "@/modules/staffing/plan/roster";
import { nearestCandidates } from "@/modules/staffing/queries/candidates";
import { clientPreferences } from "@/modules/staffing/queries/plan-slots";
import { readCandidates } from "@/modules/staffing/queries/read-candidates";
import { ASKED_KILOMETERS_MAX } from "@/values/travel";
import { turnTaker } from "./turns";

/** For each kind of slot so many people are looked at. */
const PEOPLE_PER_GROUP = 120;

export interface PeopleOfPlan {
  readonly candidates: readonly Candidate[];
  /** By `client user`. */
  readonly preferences: ReadonlyMap<string, Candidate["preference"]>;
  readonly now: string;
}

/** Everybody who may be looked at for these slots, with what is known of them around that time. */
export async function peopleFor(
  db: Queryable,
  slots: readonly PlanSlot[],
  ids?: readonly string[],
): Promise<PeopleOfPlan> {
  const [clock] = await db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
  if (!clock) throw new Error("the database has no clock");
  const now = clock.now.toISOString();
  const userIds = ids ?? (await nearestTo(db, groupSlots(slots)));
  const startsAt = slots.reduce(
    (least, { shift }) => (shift.startsAt < least ? shift.startsAt : least),
    slots[0]?.shift.startsAt ?? now,
  );
  const endsAt = slots.reduce((most, { shift }) => (shift.endsAt > most ? shift.endsAt : most), startsAt);
  const people = sql`SELECT u.id AS user_id, 0 AS place FROM unnest(${[...userIds]}::uuid[]) AS u (id)`;
  const clientIds = [...new Set(slots.map(({ shift }) => shift.clientId))];
  const [candidates, preferences] = await Promise.all([
    readCandidates(db, people, { startsAt, endsAt, clientId: null, now }),
    clientPreferences(db, clientIds, userIds),
  ]);
  return { candidates, preferences, now };
}

async function nearestTo(db: Queryable, groups: readonly SlotGroup[]): Promise<readonly string[]> {
  const found = await Promise.all(
    groups.map(({ slot }) => nearestCandidates(db, slot.shift, PEOPLE_PER_GROUP)),
  );
  return [...new Set(found.flat())];
}

/** A person as the client of this slot sees them. */
export function forClient(candidate: Candidate, clientId: string, { preferences }: PeopleOfPlan): Candidate {
  return { ...candidate, preference: preferences.get(`${clientId} ${candidate.userId}`) ?? null };
}

/** Who could have what. Nobody is planned whom anybody would have to answer for. */
export async function toProblem(slots: readonly PlanSlot[], people: PeopleOfPlan): Promise<RosterProblem> {
  const groups = groupSlots(slots);
  const cheapest = cheapestRates(people.candidates);
  const turns = turnTaker();
  const choices: RosterProblem["choices"][number][] = [];
  for (const [group, { slot }] of groups.entries()) {
    for (const person of people.candidates) {
      await turns();
      if (!person.skills.some(({ role }) => role.toLowerCase() === slot.shift.role.toLowerCase())) continue;
      const candidate = forClient(person, slot.shift.clientId, people);
      const { blockers, score } = assessFit(candidate, slot.shift, { now: people.now, cheapest });
      const isNear = (homeKilometers(candidate, slot.shift) ?? 0) <= ASKED_KILOMETERS_MAX;
      if (blockers.length === 0 && isNear) choices.push({ person: person.userId, group, score });
    }
  }
  const commitments = new Map(people.candidates.map((one) => [one.userId, one.commitments]));
  return { groups, choices, commitments };
}
