import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, system, testId } from "@/testing/builders/actors";
import { lookedAt, nothingOutside, slotIn, staffedEvent } from "@/testing/builders/staffing";
import { contextOf, when } from "@/testing/given-when-then";
import { addMinutes } from "@/values/venue-time";
import { windowsOverlap } from "@/values/time-window";
import type { StaffingCommand } from "./commands";
import { decide } from "./decide";
import { evolve } from "./evolve";
import {
  acceptInput,
  createAssignmentInput,
  expireInput,
  rejectInput,
  succeedInput,
  withdrawClashingInput,
  withdrawInput,
} from "./inputs";
import { staffingPolicy } from "./policy";
import type { Assignment, Staffing } from "./staffing";

/** Random offers and answers, a few people for the places of a few events that partly overlap. */

const rules = { policy: staffingPolicy, decide, evolve, recordName: "shift" };
const people = [0, 1, 2, 3].map((index) => testId(2, 60 + index));
const outsidePeople = people.map((id) => ({ id, name: id, role: "agent", active: true }));

/** Two hours each, an hour apart: each overlaps its neighbors. */
const events = [0, 1, 2].map((index) => {
  const startsAt = addMinutes(staffedEvent().startsAt, index * 60);
  return staffedEvent({
    id: testId(7, index + 1),
    number: 221 + index,
    startsAt,
    endsAt: addMinutes(startsAt, 120),
  });
});
const slots = events.flatMap(({ id, startsAt, endsAt }, index) =>
  [1, 2].map((seat) =>
    slotIn({ id: testId(16, index * 2 + seat), eventId: id, seat, startsAt, endsAt, stopAt: startsAt }),
  ),
);
const empty: Staffing = { events, slots, assignments: [], standby: [] };

type Step =
  | { readonly kind: "offer"; readonly slot: number; readonly person: number }
  | { readonly kind: "accept" | "reject" | "withdraw" | "expire"; readonly pick: number }
  | { readonly kind: "wait"; readonly hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("offer" as const),
    slot: fc.nat(slots.length - 1),
    person: fc.nat(people.length - 1),
  }),
  fc.record({
    kind: fc.constantFrom(
      "accept" as const,
      "accept" as const,
      "reject" as const,
      "withdraw" as const,
      "expire" as const,
    ),
    pick: fc.nat(30),
  }),
  fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 60 }) }),
);

interface Run {
  readonly state: Staffing;
  readonly now: string;
  readonly expired: readonly string[];
}

function commandOf(one: Exclude<Step, { kind: "wait" }>, { assignments }: Staffing): StaffingCommand | null {
  if (one.kind === "offer") {
    const pair = { slotId: slots[one.slot]?.id, userId: people[one.person] };
    return { type: "createAssignment", ...createAssignmentInput.parse({ assignments: [pair], offer: {} }) };
  }
  const assignmentId = assignments[one.pick % Math.max(1, assignments.length)]?.id;
  if (assignmentId === undefined) return null;
  switch (one.kind) {
    case "accept":
      return { type: "accept", ...acceptInput.parse({ assignmentId }) };
    case "reject":
      return { type: "reject", ...rejectInput.parse({ assignmentId }) };
    case "withdraw":
      return { type: "withdraw", ...withdrawInput.parse({ assignmentId, reason: "Ill." }) };
    case "expire":
      return { type: "expire", ...expireInput.parse({ assignmentId }) };
    default:
      throw new Error("no such step");
  }
}

const holds = ({ status }: Assignment) => status === "accepted";

function carryOut(run: Run, command: StaffingCommand, by: Actor): Run {
  const commitments = run.state.assignments.filter(holds).map((one) => ({
    ...one,
    assignmentId: one.id,
    eventNumber: 1,
    title: "",
  }));
  const ranked = people.map((userId) => ({ userId }));
  const outside = { ...nothingOutside, people: outsidePeople, commitments, ranked };
  const { state, facts } = when(
    rules,
    { state: run.state, outside, context: contextOf(by, run.now) },
    command,
  );
  const expired = facts.flatMap((one) =>
    one.type === "STAFF_ASSIGNMENT_EXPIRED" ? [one.payload.assignmentId] : [],
  );
  return facts.reduce<Run>((next, { type, payload }) => followed(next, type, payload), {
    state,
    now: run.now,
    expired: [...run.expired, ...expired],
  });
}

/** What the workflow does about one fact. */
function followed(run: Run, type: string, payload: object): Run {
  const assignmentId = "assignmentId" in payload ? String(payload.assignmentId) : "";
  if (type === "STAFF_ASSIGNMENT_ACCEPTED") {
    const wish = withdrawClashingInput.parse({ assignmentId });
    return carryOut(run, { type: "withdrawClashing", ...wish }, system);
  }
  if (/_(REJECTED|EXPIRED|WITHDRAWN)$/.test(type)) {
    const slotId = run.state.assignments.find(({ id }) => id === assignmentId)?.slotId;
    return carryOut(run, { type: "succeed", ...succeedInput.parse({ slotId }) }, system);
  }
  return run;
}

function live(steps: readonly Step[], look: (run: Run) => void): void {
  let run: Run = { state: empty, now: lookedAt, expired: [] };
  for (const one of steps) {
    if (one.kind === "wait") run = { ...run, now: addMinutes(run.now, one.hours * 60) };
    else {
      const command = commandOf(one, run.state);
      if (command) run = carryOut(run, command, one.kind === "expire" ? system : admin);
    }
    look(run);
  }
}

test("nobody is ever at two events at once, no place is filled twice, and each expiry counts once", () => {
  let filled = 0;
  let ranOut = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      live(steps, ({ state, expired }) => {
        const held = state.assignments.filter(holds);
        expect(new Set(held.map(({ slotId }) => slotId)).size).toBe(held.length);
        for (const one of held) {
          const meanwhile = state.assignments.filter(
            (other) =>
              other.userId === one.userId && other.eventId !== one.eventId && windowsOverlap(other, one),
          );
          expect(meanwhile.filter(holds)).toEqual([]);
        }
        expect(new Set(expired).size).toBe(expired.length);
        filled = Math.max(filled, held.length);
        ranOut = Math.max(ranOut, expired.length);
      });
    }),
    { numRuns: 300, seed: 22 },
  );
  // Else the runs would say nothing.
  expect([filled > 2, ranOut > 1]).toEqual([true, true]);
});
