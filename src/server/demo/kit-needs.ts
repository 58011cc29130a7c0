import "server-only";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { bindKitInput } from "@/modules/kits/inputs/needs";
import { checkOutKitInput, prepareInput, returnKitInput } from "@/modules/kits/inputs/custody";
import { kitCustody, kitNeeds } from "@/modules/kits/module";
import { kitWays } from "@/modules/kits/queries/kit-ways";
import { kitsOfEvent } from "@/modules/kits/queries/kits-of-event";
import { needsOfEvent } from "@/modules/kits/queries/needs-of-event";
import { addMinutes } from "@/values/venue-time";
import type { StagedEvent } from "./play-events";
import { pick, type World } from "./world";

/** How far the demo gets with the kits of an event: packed for those that are to be ready, bound for the next ones. */
const FAR: ReadonlySet<string> = new Set(["ready", "running", "completed", "readiness-lost", "moved"]);

/** Binds and packs kits, each by its command, one event after the other: two of them may want the same kit. */
export async function playDemoNeeds(world: World, events: readonly StagedEvent[]): Promise<void> {
  for (const { demo, eventId, manager } of events) {
    const { kind } = demo.stage;
    if (!FAR.has(kind) && kind !== "preparing") continue;
    await bindAll(world, eventId);
    if (FAR.has(kind)) await packAll(world, eventId, manager);
    if (kind === "running" || kind === "completed") await takeOutAll(world, eventId, manager);
  }
}

/** The kits of those that are over come home, in order. */
export async function playDemoReturns(world: World, events: readonly StagedEvent[]): Promise<void> {
  for (const { demo, eventId, manager } of events) {
    if (demo.stage.kind !== "completed") continue;
    const { items } = await kitsOfEvent(world.database, manager, eventId);
    for (const { kitAssignmentId, status } of items) {
      if (status !== "checked_out") continue;
      const input = returnKitInput.parse({ kitAssignmentId });
      await runCommand(world.database, kitCustody, { type: "return", ...input }, { actor: manager });
    }
  }
}

async function bindAll({ database, admins }: World, eventId: string): Promise<void> {
  const actor = pick(admins, 1);
  const { needs } = await needsOfEvent(database, actor, eventId);
  for (const need of needs) {
    const { kits } = await kitWays(database, actor, need.id);
    // Whole ones that can be bound come first.
    const kit = kits.find(({ refusal }) => refusal === null);
    if (!kit) continue;
    const input = bindKitInput.parse({
      kitAssignmentId: need.id,
      version: need.version,
      kitInstanceId: kit.id,
    });
    await runCommand(database, kitNeeds, { type: "bind", ...input }, { actor });
  }
}

async function packAll({ database }: World, eventId: string, manager: PersonActor): Promise<void> {
  const { items } = await kitsOfEvent(database, manager, eventId);
  for (const { kitAssignmentId, kit, lines } of items) {
    if (kit === null) continue;
    const counted = lines.map(({ componentId, asked }) => ({ componentId, quantity: asked }));
    const input = prepareInput.parse({ kitAssignmentId, kitInstanceId: kit.id, lines: counted });
    await runCommand(database, kitCustody, { type: "prepare", ...input }, { actor: manager });
  }
}

async function takeOutAll({ database }: World, eventId: string, manager: PersonActor): Promise<void> {
  const { items, event, now } = await kitsOfEvent(database, manager, eventId);
  const back = addMinutes(event.endsAt > now ? event.endsAt : now, 720);
  for (const { kitAssignmentId, status } of items) {
    if (status !== "prepared") continue;
    const input = checkOutKitInput.parse({ kitAssignmentId, holderId: manager.id, expectedReturn: back });
    await runCommand(database, kitCustody, { type: "checkOut", ...input }, { actor: manager });
  }
}
