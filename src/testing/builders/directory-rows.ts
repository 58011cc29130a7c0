import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { clientId, otherClientId } from "./actors";
import { kitTemplateId, venues } from "./bookings";

/** The rows of the directory that the other builders name by their ids. */
export async function insertDirectory(db: Queryable): Promise<void> {
  await db.execute(sql`
    INSERT INTO client (id, name) VALUES (${clientId}, 'Tea House'), (${otherClientId}, 'Coffee House')`);
  for (const { id, name, timeZone, archived } of Object.values(venues)) {
    await db.execute(sql`
      INSERT INTO location (id, name, time_zone, archived_at)
      VALUES (${id}, ${name}, ${timeZone}, CASE WHEN ${archived} THEN now() END)`);
  }
  await db.execute(sql`INSERT INTO kit_template (id, name) VALUES (${kitTemplateId}, 'Tea kit')`);
}
