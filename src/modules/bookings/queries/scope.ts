import type { PersonActor } from "@/commands/actor";
import { type Sql, sql } from "@/db/sql";

/** The condition on `booking b` that keeps a reader to the bookings they may know of (domain.md "People"). */
export function visibleTo(reader: PersonActor): Sql {
  switch (reader.role) {
    case "admin":
      return sql`true`;
    case "client":
      return sql`b.client_id = ${reader.clientId}::uuid`;
    case "manager":
      return sql`EXISTS (SELECT FROM event_instance e WHERE e.booking_id = b.id AND e.manager_id = ${reader.id}::uuid)`;
    case "agent":
      return sql`false`;
    default:
      return neverRole(reader.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}
