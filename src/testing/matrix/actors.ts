import { createHmac } from "node:crypto";
import type { PersonActor, Role } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { env } from "@/env";
import { sessionCookieKind } from "@/server/auth/settings";
import {
  admin,
  agent,
  clientPerson,
  foreignClientPerson,
  manager,
  otherAdmin,
  testId,
} from "@/testing/builders/actors";

/** The columns of the matrix (security.md part 3); `anonymous` has no person behind it. */
export const people = {
  clientA: clientPerson,
  clientB: foreignClientPerson,
  agent,
  manager,
  otherManager: { ...manager, id: testId(2, 13) },
  admin,
  otherAdmin,
  deactivatedAdmin: { ...admin, id: testId(2, 11) },
} as const satisfies Readonly<Record<string, PersonActor>>;

export type PersonName = keyof typeof people;
export type ActorName = PersonName | "anonymous";

export const personNames = Object.keys(people) as readonly PersonName[];
export const actorNames: readonly ActorName[] = ["anonymous", ...personNames];

/** Nobody, and whoever is no longer active. */
export function isSignedOut(actor: ActorName): actor is "anonymous" | "deactivatedAdmin" {
  return actor === "anonymous" || actor === "deactivatedAdmin";
}

export function actorsOf(role: Role): readonly PersonName[] {
  return personNames.filter((name) => people[name].role === role && !isSignedOut(name));
}

export function sessionIdOf(name: PersonName): string {
  return testId(8, personNames.indexOf(name) + 1);
}

/** Begins a session as sign-in leaves it. */
export async function insertSession(db: Queryable, sessionId: string, personId: string): Promise<void> {
  await db.execute(sql`
    INSERT INTO auth_session (id, user_id, token, expires_at)
    VALUES (${sessionId}, ${personId}, ${sessionId}, now() + interval '30 days')`);
}

/** The Cookie header of the browser that has this session. */
export function cookieOf(sessionId: string): string {
  const { authSecret, appUrl } = env();
  const signature = createHmac("sha256", authSecret).update(sessionId).digest("base64");
  return `${sessionCookieKind(appUrl).name}=${encodeURIComponent(`${sessionId}.${signature}`)}`;
}

export function cookieFor(actor: ActorName): string | null {
  return actor === "anonymous" ? null : cookieOf(sessionIdOf(actor));
}
