import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who hears of a move or a cancellation, without the one who acts. */
export interface Told {
  /** Null when nobody has the event. */
  readonly manager: Named | null;
  /** Told where the client is to hear of it, by name; the first 100. */
  readonly client: readonly Named[];
}

const NAMED_MAX = 100;

/** The people that the messages of an event go to: its manager, and those of its client. */
export async function toldOf(
  db: Queryable,
  reader: PersonActor,
  { managerId, clientId }: { readonly managerId: string | null; readonly clientId: string },
): Promise<Told> {
  const rows = await db.query<Named & { readonly role: string }>(sql`
    SELECT id, name, role FROM person
    WHERE active AND id <> ${reader.id}
      AND ((role = 'manager' AND id = ${managerId}::uuid) OR (role = 'client' AND client_id = ${clientId}))
    ORDER BY role DESC, lower(name), id LIMIT ${NAMED_MAX}`);
  const named = (role: string) =>
    rows.filter((row) => row.role === role).map(({ id, name }) => ({ id, name }));
  return { manager: named("manager")[0] ?? null, client: named("client") };
}
