import "server-only";
import type { PersonActor } from "@/commands/actor";
import { conflict, invalid, notFound, ruleViolated } from "@/commands/errors";
import { joinCommand } from "@/commands/run-command";
import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { wake } from "@/domain-events/dispatch/wake";
import { rosters } from "@/modules/staffing/module";
import { idSchema } from "@/values/ids";
import { lockPlan, type PlanRow } from "./plans";
import { type SeatPerson, type SeatView, viewSeats } from "./view-plan";

/** A person changes a proposed roster, or has it told to those who are in it. */

interface SeatChange {
  readonly planId: string;
  readonly slotId: string;
  readonly userId: string | null;
}

/** Gives a slot of one's own plan to another person, or to nobody. Nobody is told; saying it twice changes nothing more. */
export async function setSeat(
  database: Database,
  actor: PersonActor,
  { planId, slotId, userId }: SeatChange,
): Promise<{ readonly planId: string; readonly version: number }> {
  return database.transaction(async (tx) => {
    const plan = await lockPlan(tx, actor.id, planId);
    mustBeReady(plan);
    if (userId !== null && !(await isStaff(tx, userId))) throw invalid("Choose a brand agent who is active.");
    const [seat] = await tx.query<{ user_id: string | null }>(sql`
      SELECT user_id FROM staff_plan_seat WHERE plan_id = ${planId} AND slot_id = ${slotId}`);
    if (!seat) throw notFound("slot");
    if (seat.user_id === userId) return { planId, version: plan.version };
    await tx.execute(sql`
      UPDATE staff_plan_seat SET user_id = ${userId}, is_chosen = true
      WHERE plan_id = ${planId} AND slot_id = ${slotId}`);
    await tx.execute(sql`UPDATE staff_plan SET version = version + 1 WHERE id = ${planId}`);
    return { planId, version: plan.version + 1 };
  });
}

async function isStaff(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.query(sql`
    SELECT FROM person WHERE id = ${userId} AND active AND role = 'agent'`);
  return rows.length === 1;
}

interface PublishOrder {
  readonly planId: string;
  readonly version: number;
  readonly responseDeadline?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface PublishAnswer {
  readonly planId: string;
  /** Shifts that were offered. */
  readonly shifts: number;
  readonly eventIds: readonly string[];
  readonly repeated: boolean;
}

/**
 * Offers all shifts of one's own plan, in one transaction: everybody is asked, or nobody is. The seats are looked at
 * once more; one that breaks a rule by now stops it. Throws a `Refusal`.
 */
export async function publishPlan(
  database: Database,
  origin: { readonly actor: PersonActor; readonly requestId: string },
  order: PublishOrder,
): Promise<PublishAnswer> {
  const answer = await database.transaction(async (tx) => {
    const plan = await lockPlan(tx, origin.actor.id, order.planId);
    const isRepeated = plan.publishedKey !== null && plan.publishedKey === order.idempotencyKey;
    if (isRepeated) return { shifts: plan.publishedShifts ?? 0, eventIds: [], repeated: true };
    mustBeReady(plan);
    if (plan.version !== order.version)
      throw conflict("This plan was changed since you opened it. Reload it.");
    const seats = taken(await viewSeats(tx, order.planId));
    mustFit(seats);
    const eventIds: string[] = [];
    for (const group of byPay(seats)) eventIds.push(...(await offerAll(tx, origin, group, order)));
    await tx.execute(sql`
      UPDATE staff_plan SET status = 'published', published_shifts = ${seats.length},
        published_key = ${order.idempotencyKey ?? null}, version = version + 1 WHERE id = ${order.planId}`);
    return { shifts: seats.length, eventIds, repeated: false };
  });
  if (answer.eventIds.length > 0) wake();
  return { planId: order.planId, ...answer };
}

function mustBeReady({ status }: PlanRow): void {
  if (status === "published") throw conflict("This plan was published already. Reload it.");
  if (status !== "ready") throw ruleViolated("plan_not_ready", "This plan is not ready. Plan again.");
}

interface TakenSeat {
  readonly seat: SeatView;
  readonly person: SeatPerson;
}

function taken(seats: readonly SeatView[]): readonly TakenSeat[] {
  const found = seats.flatMap((seat) => (seat.person ? [{ seat, person: seat.person }] : []));
  if (found.length === 0) throw ruleViolated("plan_empty", "Nobody is planned. Choose somebody first.");
  return found;
}

function mustFit(seats: readonly TakenSeat[]): void {
  const broken = seats.find(({ person }) => person.fit.blockers.length > 0);
  const [blocker] = broken?.person.fit.blockers ?? [];
  if (!broken || !blocker) return;
  const { seat, person } = broken;
  throw ruleViolated(
    "plan_broken",
    `${person.name} cannot have ${seat.code} as ${seat.role}: ${blocker.sentence}`,
  );
}

/** Seats of the same pay go out together, since an offer names one. */
function byPay(seats: readonly TakenSeat[]): readonly (readonly TakenSeat[])[] {
  const groups = new Map<string, TakenSeat[]>();
  for (const one of seats) {
    const key = one.person.pay ? `${one.person.pay.rate} ${one.person.pay.currency}` : "";
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

async function offerAll(
  tx: Tx,
  { actor, requestId }: { readonly actor: PersonActor; readonly requestId: string },
  seats: readonly TakenSeat[],
  { responseDeadline }: PublishOrder,
): Promise<readonly string[]> {
  const pay = seats[0]?.person.pay ?? null;
  const { eventIds } = await joinCommand(
    tx,
    rosters,
    {
      type: "createAssignment",
      assignments: seats.map(({ seat, person }) => ({
        slotId: idSchema.parse(seat.slotId),
        userId: idSchema.parse(person.userId),
      })),
      instructions: "",
      offer: {
        ...(pay && { compensation: pay }),
        ...(responseDeadline !== undefined && { responseDeadline }),
      },
    },
    { actor, requestId },
  );
  return eventIds;
}
