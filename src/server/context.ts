import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Database } from "@/db/database";
import { newId } from "@/commands/new-id";
import { type SignedIn, signedIn } from "@/server/auth/session";
import { signInSettings } from "@/server/auth/settings";
import { requestDatabase } from "./databases";

/** What a procedure knows of its request. */
export interface RequestContext {
  readonly database: Database;
  readonly requestId: string;
  readonly headers: Headers;
  /** Read fresh, at most once a request; null when nobody is signed in. */
  person(): Promise<SignedIn | null>;
}

const REQUEST_ID = /^[0-9a-zA-Z-]{8,64}$/;

/** The id that the proxy gave the request, or a new one where it did not run. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given !== null && REQUEST_ID.test(given) ? given : newId();
}

export function createRequestContext(headers: Headers): RequestContext {
  const database = requestDatabase();
  let asked: Promise<SignedIn | null> | undefined;
  return {
    database,
    requestId: requestIdOf(headers),
    headers,
    person: () => {
      asked ??= signedIn(database, headers, { settings: signInSettings() });
      return asked;
    },
  };
}

/** The signed-in person as commands and queries know them. */
export function actorOf(person: SignedIn): PersonActor {
  return { kind: "person", id: person.personId, role: person.role, clientId: person.clientId };
}
