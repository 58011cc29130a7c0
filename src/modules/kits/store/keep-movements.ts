import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";

/** Keeps which fact moved which parts, so that a kit can say why it lacks what it lacks. A repeat changes nothing. */
export async function keepMovements(
  tx: Tx,
  { id, payload }: DomainEvent<"KIT_COMPONENTS_MOVED">,
): Promise<void> {
  const lines = payload.movements
    .map((movement, line) => ({ ...movement, line }))
    .filter(({ quantity }) => quantity > 0);
  await tx.execute(sql`
    INSERT INTO kit_movement (fact_id, line, component_id, quantity, from_place, from_kit_instance_id, to_place,
      to_kit_instance_id, cause, reason, kit_assignment_id, event_id, moved_by, moved_at)
    SELECT ${id}::uuid, m.line, m."componentId", m.quantity, m."from", m."fromKitInstanceId", m."to",
      m."toKitInstanceId", ${payload.kind}, ${payload.reason ?? null}, ${payload.kitAssignmentId ?? null}::uuid,
      ${payload.eventId ?? null}::uuid, ${payload.movedBy}, ${payload.movedAt}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS m (line integer, "componentId" uuid, quantity integer,
      "from" text, "fromKitInstanceId" uuid, "to" text, "toKitInstanceId" uuid)
    ON CONFLICT DO NOTHING`);
}
