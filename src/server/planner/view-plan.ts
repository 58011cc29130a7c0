import "server-only";
import type { Database, Queryable } from "@/db/database";
import { assessFit, cheapestRates } from "@/modules/staffing/fit";
import { homeKilometers } from "@/modules/staffing/fit/reasons";
import type { Candidate, Fit } from "@/modules/staffing/fit/shapes";
import { asCommitment } from "@/modules/staffing/plan/roster";
import type { PlanSlot } from "@/modules/staffing/plan/shapes";
import { slotsOfPlan } from "@/modules/staffing/queries/plan-slots";
import { forClient, peopleFor } from "./fits";
import { type PlanRow, readPlan, readSeats } from "./plans";

/** A slot of a plan, with why this person. */
export interface SeatView {
  readonly slotId: string;
  readonly eventId: string;
  readonly code: string;
  readonly title: string;
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly isChosen: boolean;
  /** Null for a slot that stays open. */
  readonly person: SeatPerson | null;
}

export interface SeatPerson {
  readonly userId: string;
  readonly name: string;
  readonly pay: Candidate["pay"];
  readonly kilometers: number | null;
  /** Against all that they have taken and the rest of the plan. */
  readonly fit: Fit;
}

export interface PlanView extends Omit<PlanRow, "publishedKey"> {
  /** None before the plan is ready, and none once it is published: then the shifts themselves say it. */
  readonly seats: readonly SeatView[];
}

/** One's own plan, the latest where none is named, with each seat looked at as of now; null where there is none. */
export async function viewPlan(
  database: Database,
  personId: string,
  planId: string | undefined,
): Promise<PlanView | null> {
  const plan = await readPlan(database, personId, planId);
  if (!plan) return null;
  const { publishedKey: _, ...shown } = plan;
  return { ...shown, seats: plan.status === "ready" ? await viewSeats(database, plan.id) : [] };
}

/** A constant number of statements, however many the seats. */
export async function viewSeats(db: Queryable, planId: string): Promise<readonly SeatView[]> {
  const [slots, seats] = await Promise.all([slotsOfPlan(db, planId), readSeats(db, planId)]);
  const bySlot = new Map(seats.map((seat) => [seat.slotId, seat]));
  const userIds = [...new Set(seats.flatMap(({ userId }) => userId ?? []))];
  const people = await peopleFor(db, slots, userIds);
  const byId = new Map(people.candidates.map((one) => [one.userId, one]));
  const planned = (userId: string) => slots.filter(({ slotId }) => bySlot.get(slotId)?.userId === userId);
  const cheapest = cheapestRates(people.candidates);
  return slots.map((slot) => {
    const seat = bySlot.get(slot.slotId);
    const known = seat?.userId ? byId.get(seat.userId) : undefined;
    if (!known) return { ...slotView(slot), isChosen: seat?.isChosen ?? false, person: null };
    const others = planned(known.userId).filter((one) => one !== slot);
    const candidate = {
      ...forClient(known, slot.shift.clientId, people),
      commitments: [...known.commitments, ...others.map(asCommitment)],
    };
    const fit = assessFit(candidate, slot.shift, { now: people.now, cheapest });
    const { userId, name, pay } = known;
    const person = { userId, name, pay, kilometers: homeKilometers(known, slot.shift), fit };
    return { ...slotView(slot), isChosen: seat?.isChosen ?? false, person };
  });
}

function slotView({ slotId, code, title, shift }: PlanSlot) {
  const { eventId, role, startsAt, endsAt, timeZone } = shift;
  return { slotId, eventId, code, title, role, startsAt, endsAt, timeZone };
}
