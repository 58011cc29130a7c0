import "server-only";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { rosters, shifts } from "@/modules/staffing/module";
import { isRuledOut } from "@/modules/staffing/fit";
import { rankCandidates } from "@/modules/staffing/queries/candidates";
import { type SlotView, staffOfEvent } from "@/modules/staffing/queries/staff-of-event";
import { idSchema } from "@/values/ids";
import type { DemoStage } from "./events";
import type { StagedEvent } from "./play-events";
import { pick, type World } from "./world";

/** How many of an event's places are filled by its stage; the others are in the middle of being filled. */
const FILLED: Readonly<Record<DemoStage["kind"], "all" | "some" | "none">> = {
  scheduled: "none",
  assigned: "none",
  preparing: "some",
  ready: "all",
  "readiness-lost": "all",
  running: "all",
  completed: "all",
  cancelled: "some",
  moved: "all",
};

/** Whom each event has asked so far, so that nobody is asked twice for it. */
type Asked = Set<string>;

/** People for the places of the demo's events: asked, agreed, declined, and over-invited where nobody has agreed yet. */
export async function playDemoShifts(world: World, events: readonly StagedEvent[]): Promise<void> {
  const asked: Asked = new Set();
  for (const event of events) {
    const filled = FILLED[event.demo.stage.kind];
    if (filled === "none") continue;
    const { slots } = await staffOfEvent(world.database, pick(world.admins, 0), event.eventId);
    const open = slots.filter(({ status }) => status === "open");
    for (const [place, slot] of open.entries()) {
      if (filled === "all" || place % 4 === 0) await fill(world, slot, asked);
      else if (place % 4 === 1) await invite(world, slot, { asked, heads: 2 });
      else if (place % 4 === 2) await declined(world, slot, asked);
    }
  }
}

const pay = { rate: 28.5, currency: "USD" };

async function offer(world: World, slot: SlotView, userIds: readonly string[]): Promise<readonly string[]> {
  const wish = {
    type: "createAssignment",
    assignments: userIds.map((userId) => ({
      slotId: idSchema.parse(slot.id),
      userId: idSchema.parse(userId),
    })),
    instructions: "Black trousers and closed shoes; the shirt is on site.",
    offer: { compensation: pay },
  } as const;
  const { result } = await runCommand(
    world.database,
    rosters,
    { ...wish, assignments: [...wish.assignments] },
    { actor: pick(world.admins, 0) },
  );
  return result.assignments.map(({ assignmentId }) => assignmentId);
}

/** The first sign-in comes first, so that whoever looks as an agent sees shifts and offers of their own. */
async function next(world: World, slot: SlotView, asked: Asked, heads: number): Promise<readonly string[]> {
  const { candidates } = await rankCandidates(world.database, { slotId: slot.id });
  const first = pick(world.agents, 0).id;
  const able = candidates.filter(
    ({ userId, fit }) => !isRuledOut(fit) && !asked.has(`${slot.eventId} ${userId}`),
  );
  const ordered = [...able].sort(
    (one, other) => Number(other.userId === first) - Number(one.userId === first),
  );
  const chosen = ordered.slice(0, heads).map(({ userId }) => userId);
  for (const userId of chosen) asked.add(`${slot.eventId} ${userId}`);
  return chosen;
}

async function fill(world: World, slot: SlotView, asked: Asked): Promise<void> {
  const [userId] = await next(world, slot, asked, 1);
  if (userId === undefined) return;
  const [assignmentId] = await offer(world, slot, [userId]);
  const wish = {
    type: "accept",
    assignmentId: idSchema.parse(assignmentId),
    notes: "",
    override: { reason: "Agreed by phone." },
  } as const;
  await runCommand(world.database, shifts, wish, { actor: pick(world.admins, 0) });
}

interface Invitation {
  readonly asked: Asked;
  readonly heads: number;
}

async function invite(
  world: World,
  slot: SlotView,
  { asked, heads }: Invitation,
): Promise<readonly string[]> {
  const userIds = await next(world, slot, asked, heads);
  return userIds.length === 0 ? [] : offer(world, slot, userIds);
}

/** Somebody says no, and the workflow asks the next one. */
async function declined(world: World, slot: SlotView, asked: Asked): Promise<void> {
  const [assignmentId] = await invite(world, slot, { asked, heads: 1 });
  if (assignmentId === undefined) return;
  const actor: PersonActor = pick(world.admins, 0);
  const wish = {
    type: "reject",
    assignmentId: idSchema.parse(assignmentId),
    reason: "Away that weekend.",
    isAvailableForFuture: true,
  } as const;
  await runCommand(world.database, shifts, wish, { actor });
}
