import "server-only";
import type { Actor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { createKitInput, keepKitInput } from "@/modules/kits/inputs/records";
import { inspectInput, moveComponentsInput, quarantineInput } from "@/modules/kits/inputs/units";
import { kitRecords, kitUnits } from "@/modules/kits/module";
import type { KitUnitCommand } from "@/modules/kits/units";
import { demoKits } from "./kit-templates";
import { pick, type World } from "./world";

/** The demo's kits: how many of each kind, and what their codes begin with, by place in `demoKits`. */
const pool = [
  { code: "CART", kits: 8, home: "Warehouse, bay 1" },
  { code: "TENT", kits: 6, home: "Warehouse, bay 2" },
  { code: "CTR", kits: 8, home: "Warehouse, bay 1" },
  { code: "PA", kits: 4, home: "Warehouse, cage" },
  { code: "WALL", kits: 4, home: "Warehouse, bay 2" },
  { code: "BAR", kits: 5, home: "Warehouse, bay 3" },
] as const;

type Code = (typeof pool)[number]["code"];

interface Warehouse {
  readonly world: World;
  readonly actor: Actor;
  /** `CART-01` → its id. */
  readonly kitIds: ReadonlyMap<string, string>;
  /** "Paper cup" → its id. */
  readonly partIds: ReadonlyMap<string, string>;
}

/** Fills the warehouse: kits with their labels, spares, and a few that are not as they should be. */
export async function playDemoKits(world: World): Promise<void> {
  const actor = pick(world.admins, 1);
  const kitIds = new Map(
    (
      await Promise.all(
        pool.flatMap(({ code, kits, home }, place) =>
          Array.from({ length: kits }, async (_, index) => {
            const label = `${code}-${String(index + 1).padStart(2, "0")}`;
            return [label, await addKit(world, actor, { place, label, home })] as const;
          }),
        ),
      )
    ).sort(),
  );
  const partIds = await readParts(world);
  const warehouse = { world, actor, kitIds, partIds };
  await addSpares(warehouse);
  await playTroubles(warehouse);
}

async function addKit(
  world: World,
  actor: Actor,
  { place, label, home }: { readonly place: number; readonly label: string; readonly home: string },
): Promise<string> {
  const fields = { kitTemplateId: pick(world.kitIds, place), code: label, home };
  const input = createKitInput.parse({ fields });
  const { result } = await runCommand(world.database, kitRecords, { type: "create", ...input }, { actor });
  if (!result) throw new Error("a kit of the demo was not made");
  return result.recordId;
}

async function readParts(world: World): Promise<ReadonlyMap<string, string>> {
  const rows = await world.database.query<{ id: string; name: string }>(sql`
    SELECT id, name FROM kit_component WHERE removed_at IS NULL`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** A few of what breaks, and what is used up by the hundred. */
async function addSpares({ world, actor, partIds }: Warehouse): Promise<void> {
  await Promise.all(
    demoKits.map(({ lines = [] }) => {
      const parts = lines
        .filter(({ critical }) => critical !== true)
        .map(({ name, quantity, usage }) => ({
          componentId: partIds.get(name),
          quantity: usage === "consumable" ? quantity * 3 : Math.max(1, Math.floor(quantity / 3)),
        }));
      return act(world, actor, {
        type: "moveComponents",
        ...moveComponentsInput.parse({ kind: "acquired", parts }),
      });
    }),
  );
}

async function act(world: World, actor: Actor, command: KitUnitCommand): Promise<void> {
  await runCommand(world.database, kitUnits, command, { actor });
}

/** What is not as it should be: missing, borrowed, broken, worn, retired. */
async function playTroubles({ world, actor, kitIds, partIds }: Warehouse): Promise<void> {
  const kit = (code: Code, number: number) => kitIds.get(`${code}-0${number}`);
  const move = (kind: string, name: string, quantity: number, more: object) =>
    act(world, actor, {
      type: "moveComponents",
      ...moveComponentsInput.parse({ kind, parts: [{ componentId: partIds.get(name), quantity }], ...more }),
    });
  const inspect = (kitInstanceId: string | undefined, condition: string, notes: string) =>
    act(world, actor, { type: "inspect", ...inspectInput.parse({ kitInstanceId, condition, notes }) });
  const reason = "Counted in the warehouse; nobody knows where they went.";
  await move("missing", "Serving tray", 2, { kitInstanceId: kit("CART", 7), reason });
  await move("missing", "Weight, 15 kg", 1, { kitInstanceId: kit("TENT", 6), reason });
  await move("written_off", "Tasting glass", 11, {
    kitInstanceId: kit("BAR", 5),
    reason: "Broken in transport.",
  });
  await move("written_off", "Radio microphone", 1, {
    kitInstanceId: kit("PA", 3),
    reason: "Fell into a pool.",
  });
  await move("borrowed", "Radio microphone", 1, {
    kitInstanceId: kit("PA", 3),
    otherKitInstanceId: kit("PA", 4),
    reason: "Until a new one is bought.",
  });
  await inspect(kit("CART", 3), "fair", "A dent in the door; it closes.");
  await act(world, actor, {
    type: "quarantine",
    ...quarantineInput.parse({ kitInstanceId: kit("WALL", 4), reason: "A joint of the frame is cracked." }),
  });
  const wish = keepKitInput.parse({ recordId: kit("CTR", 8), version: 1 });
  await runCommand(world.database, kitRecords, { type: "archive", ...wish }, { actor });
}
