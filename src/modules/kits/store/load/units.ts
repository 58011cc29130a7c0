import "server-only";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Kits, Missing, Unit } from "@/modules/kits/kits";
import type { KitUnitCommand, KitUnitOutside, TakeStockCommand } from "@/modules/kits/units";
import { lockKits } from "@/modules/kits/store/locks";
import {
  readComponents,
  readEvents,
  readKitAssignments,
  readStock,
  readUnits,
} from "@/modules/kits/store/read";

/** Locks the kits that a command names and reads what is in them. Throws `NOT_FOUND` for a kit or part that is not there. */
export async function loadUnits(
  tx: Tx,
  command: KitUnitCommand,
): Promise<{ readonly state: Kits; readonly outside: KitUnitOutside }> {
  const unitIds = unitsOf(command);
  await lockKits(tx, { unitIds });
  const units = await readUnits(tx, sql`u.id = ANY (${[...unitIds]}::uuid[])`);
  if (units.length < new Set(unitIds).size) throw notFound("kit");
  const parts = command.type === "moveComponents" ? command.parts : [];
  const state = await stateOf(tx, units, await templatesOfParts(tx, parts));
  return { state, outside: { borrowed: await readBorrowed(tx, command) } };
}

function unitsOf(command: KitUnitCommand): readonly string[] {
  if (command.type !== "moveComponents") return [command.kitInstanceId];
  return [command.kitInstanceId, command.otherKitInstanceId].flatMap((id) => id ?? []);
}

/** Locks the kits that lie at a place or were scanned there. Throws `NOT_FOUND` for a kit or part that is not there. */
export async function loadStockTake(
  tx: Tx,
  command: TakeStockCommand,
): Promise<{ readonly state: Kits; readonly outside: undefined }> {
  const rows = await tx.query<{ id: string }>(sql`
    SELECT id FROM kit_instance
    WHERE id = ANY (${[...command.kitInstanceIds]}::uuid[]) OR (home = ${command.place} AND archived_at IS NULL)`);
  const unitIds = rows.map(({ id }) => id);
  if (command.kitInstanceIds.some((id) => !unitIds.includes(id))) throw notFound("kit");
  await lockKits(tx, { unitIds });
  const units = await readUnits(tx, sql`u.id = ANY (${unitIds}::uuid[])`);
  return { state: await stateOf(tx, units, await templatesOfParts(tx, command.spares)), outside: undefined };
}

/** The templates of these parts. Loose ones are counted against what is there, so nobody moves them meanwhile. */
async function templatesOfParts(
  tx: Tx,
  parts: readonly { readonly componentId: string }[],
): Promise<readonly string[]> {
  if (parts.length === 0) return [];
  const ids = parts.map(({ componentId }) => componentId);
  const rows = await tx.query<{ id: string; kit_template_id: string }>(sql`
    SELECT id, kit_template_id FROM kit_component WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  if (rows.length < new Set(ids).size) throw notFound("part");
  await tx.execute(sql`
    SELECT FROM kit_stock WHERE component_id = ANY (${ids}::uuid[]) AND place IN ('lost', 'spares')
    ORDER BY component_id, place FOR UPDATE`);
  return rows.map((row) => row.kit_template_id);
}

async function stateOf(tx: Tx, units: readonly Unit[], templateIds: readonly string[]): Promise<Kits> {
  const assignmentIds = units.flatMap(({ custody }) => custody.kitAssignmentId ?? []);
  const eventIds = units.flatMap(({ custody }) => custody.eventId ?? []);
  const components = await readComponents(tx, [
    ...new Set([...templateIds, ...units.map(({ kitTemplateId }) => kitTemplateId)]),
  ]);
  const [events, assignments, stock] = await Promise.all([
    readEvents(tx, eventIds),
    readKitAssignments(tx, sql`a.id = ANY (${assignmentIds}::uuid[])`),
    readStock(
      tx,
      components.map(({ id }) => id),
      units.map(({ id }) => id),
    ),
  ]);
  return { events, components, units, assignments, stock };
}

/** What the kit still has of the other one's. */
async function readBorrowed(tx: Tx, command: KitUnitCommand): Promise<readonly Missing[]> {
  if (command.type !== "moveComponents" || command.kind !== "given_back") return [];
  const [kit, other] = [command.kitInstanceId ?? null, command.otherKitInstanceId ?? null];
  return tx.query<Missing>(sql`
    SELECT component_id AS "componentId",
      sum(CASE cause WHEN 'borrowed' THEN quantity ELSE -quantity END)::integer AS quantity
    FROM kit_movement
    WHERE (cause = 'borrowed' AND from_kit_instance_id = ${other}::uuid AND to_kit_instance_id = ${kit}::uuid)
      OR (cause = 'given_back' AND from_kit_instance_id = ${kit}::uuid AND to_kit_instance_id = ${other}::uuid)
    GROUP BY component_id`);
}
