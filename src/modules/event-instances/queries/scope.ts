import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Prisma } from "@/generated/prisma/client";

/** Which events a person may know of; null for none (domain.md "People"). */
export function visibleTo(actor: PersonActor): Prisma.EventInstanceWhereInput | null {
  switch (actor.role) {
    case "admin":
      return {};
    case "manager":
      return { managerId: actor.id };
    case "client":
      return actor.clientId === null ? null : { clientId: actor.clientId };
    case "agent":
      return null;
    default:
      return neverRole(actor.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}
