import { sql } from "@/db/sql";
import { CLIENT_FACTS } from "@/modules/bookings/queries/timeline-audience";
import { clientId, otherClientId } from "@/testing/builders/actors";
import { hearing } from "./hearing";
import type { ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

/** The live stream: which facts of the whole log it would tell this person of. */
export async function liveProbes(world: MatrixWorld): Promise<ProbesOf<`live.${string}`>> {
  const db = world.staged.database;
  const facts = async (condition: ReturnType<typeof sql>) =>
    (await db.query<{ id: string }>(sql`SELECT id FROM event_log WHERE ${condition}`)).map(({ id }) => id);
  const ofClient = (id: string) =>
    facts(sql`type = ANY (${CLIENT_FACTS}::text[])
      AND correlation_id IN (SELECT id::text FROM booking WHERE client_id = ${id})`);
  return {
    "live.changes": {
      kind: "list",
      ask: (actor) => hearing(db, actor),
      ids: (heard: readonly string[]) => heard,
      all: await facts(sql`true`),
      own: {
        clientA: await ofClient(clientId),
        clientB: await ofClient(otherClientId),
        manager: await facts(sql`
        (type LIKE 'BOOKING%' AND correlation_id = ${world.bookings.approved.bookingId})
        OR ${`event:${world.managedEventId}`} = ANY (entity_ids)`),
      },
    },
  };
}
