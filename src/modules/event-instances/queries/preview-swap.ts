import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import type { ReschedulePlan } from "@/modules/event-instances/life/plan-reschedule";
import { readPair, readSwap } from "@/modules/event-instances/store/swap/load";
import { planSwap } from "@/modules/event-instances/swap/swap";

/** The plan of one half, and the version of the event that it was made for. */
export interface SwapHalf extends Omit<ReschedulePlan, "refusal"> {
  readonly eventId: string;
  readonly version: number;
  readonly from: { readonly startsAt: string; readonly endsAt: string };
}

/** What a swap does to each of the two events, and what forbids it. */
export interface SwapPreview {
  readonly first: SwapHalf;
  readonly second: SwapHalf;
  /** The first rule that forbids it, of either, and its sentence; null when nothing does. */
  readonly refusal: { readonly rule: string | null; readonly message: string } | null;
}

/** Every consequence of a swap before anybody makes it, by the planner that the command carries out. */
export async function previewSwap(
  db: Queryable,
  ids: { readonly eventId: string; readonly otherEventId: string },
): Promise<SwapPreview> {
  const pair = await readPair(db, ids);
  const [outside, [clock]] = await Promise.all([
    readSwap(db, pair),
    db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`),
  ]);
  if (!clock) throw new Error("the database returned no clock");
  const { first, second, refusal } = planSwap(pair, outside, clock.now.toISOString());
  return {
    first: half(pair.first, first),
    second: half(pair.second, second),
    refusal: refusal && { rule: refusal.details.rule ?? null, message: refusal.message },
  };
}

function half({ id, version, startsAt, endsAt }: EventLife, plan: ReschedulePlan): SwapHalf {
  const { window, managerClashes, venueClashes, tasks, losesVenueConfirmation, losesReadiness } = plan;
  const follows = { window, managerClashes, venueClashes, tasks, losesVenueConfirmation, losesReadiness };
  return { eventId: id, version, from: { startsAt, endsAt }, ...follows };
}
