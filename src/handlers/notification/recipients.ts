import type { Audience } from "./messages/message";

/** Which rows of `person` an audience means; null leaves a column open. Inactive people are never meant. */
export interface RecipientFilter {
  readonly role: "admin" | "manager" | "client" | null;
  readonly clientId: string | null;
  readonly ids: readonly string[] | null;
  readonly exceptId: string | null;
}

/** Nobody is told what they did themselves, but for the receipt of what they sent. */
export function recipientsOf(audience: Audience, actorId: string | null): RecipientFilter {
  switch (audience.kind) {
    case "admins":
      return { role: "admin", clientId: null, ids: null, exceptId: actorId };
    case "client":
      return { role: "client", clientId: audience.clientId, ids: null, exceptId: actorId };
    case "managers":
      return { role: "manager", clientId: null, ids: audience.ids, exceptId: actorId };
    case "person":
      return { role: null, clientId: null, ids: [audience.id], exceptId: actorId };
    case "receipt":
      return { role: "client", clientId: null, ids: [audience.personId], exceptId: null };
    default:
      return neverAudience(audience);
  }
}

function neverAudience(audience: never): never {
  throw new Error(`unknown audience ${JSON.stringify(audience)}`);
}
