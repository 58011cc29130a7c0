import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { KitNames, ToldKitType } from "./messages/kits";

interface KitNamesRow {
  readonly code: string | null;
  readonly template_name: string;
  readonly replacement: string | null;
  readonly person_role: "admin" | "manager" | "agent" | "client" | null;
  readonly part_names: readonly { readonly id: string; readonly name: string }[];
  readonly next: {
    readonly eventId: string;
    readonly number: number;
    readonly managerId: string | null;
    readonly startsMs: number;
  } | null;
}

/** Looks up what the messages about one kit need besides its event: also who needs it next; one statement. */
export async function readKitNames(tx: Tx, event: DomainEvent<ToldKitType>): Promise<KitNames> {
  const { payload } = event;
  const unitId = "kitInstanceId" in payload ? (payload.kitInstanceId ?? null) : null;
  const replacementId = "replacementInstanceId" in payload ? payload.replacementInstanceId : null;
  const [row] = await tx.query<KitNamesRow>(sql`
    SELECT u.code, t.name AS template_name, r.code AS replacement, p.role AS person_role, c.parts AS part_names,
      n.next
    FROM kit_assignment a
    JOIN kit_template t ON t.id = a.kit_template_id
    LEFT JOIN kit_instance u ON u.id = ${unitId}
    LEFT JOIN kit_instance r ON r.id = ${replacementId}
    LEFT JOIN person p ON p.id::text = ${receiverOf(event)}
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name)), '[]') AS parts
      FROM kit_component k WHERE k.kit_template_id = a.kit_template_id) c
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('eventId', e.id, 'number', e.number, 'managerId', e.manager_id,
        'startsMs', round(extract(epoch FROM e.starts_at) * 1000)) AS next
      FROM kit_assignment o JOIN event_instance e ON e.id = o.event_id
      WHERE o.kit_instance_id = ${unitId} AND o.id <> a.id AND o.event_id <> a.event_id
        AND o.status IN ('assigned', 'prepared') AND o.window_end > now()
      ORDER BY o.window_start, o.id LIMIT 1) n ON true
    WHERE a.id = ${payload.kitAssignmentId}`);
  if (!row) throw new Error(`no kit assignment for ${event.type} ${event.id}`);
  const nameOfPart = new Map(row.part_names.map(({ id, name }) => [id, name]));
  return {
    code: row.code ?? row.template_name,
    templateName: row.template_name,
    replacementCode: row.replacement,
    receiver: row.person_role === null ? null : { id: receiverOf(event) ?? "", role: row.person_role },
    nameOfPart: (id) => nameOfPart.get(id) ?? "a part",
    next: row.next && { ...row.next, startsAt: new Date(row.next.startsMs).toISOString() },
  };
}

/** Who has the kit from now on. */
function receiverOf({ type, payload }: DomainEvent<ToldKitType>): string | null {
  if (type === "KIT_CHECKED_OUT") return payload.checkedOutTo;
  return type === "KIT_HANDED_OVER" ? payload.handedOverTo : null;
}
