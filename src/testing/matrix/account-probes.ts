import { sql } from "@/db/sql";
import { people, sessionIdOf } from "./actors";
import { idsOf, missingId, ofEach, ownersA, type ProbesOf } from "./probe";
import { extraSessions, type MatrixWorld } from "./world";

export async function accountProbes(world: MatrixWorld): Promise<ProbesOf<`account.${string}`>> {
  const db = world.staged.database;
  return {
    "account.me": { kind: "self" },
    "account.sessions": {
      kind: "list",
      ids: (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id),
      all: await idsOf(db, sql`SELECT id FROM auth_session`),
      own: await ofEach((name) =>
        idsOf(db, sql`SELECT id FROM auth_session WHERE user_id = ${people[name].id}`),
      ),
    },
    "account.endSession": {
      kind: "record",
      targets: [
        { name: "clientA's", input: { sessionId: extraSessions.clientA }, owners: ownersA },
        { name: "admin's", input: { sessionId: extraSessions.admin }, owners: ["admin"] },
        ...(["manager", "agent"] as const).map((name) => ({
          name: `${name}'s`,
          input: { sessionId: sessionIdOf(name) },
          owners: [name],
        })),
      ],
      missing: { sessionId: missingId },
    },
    "account.endOtherSessions": { kind: "self" },
    "account.changePassword": {
      kind: "self",
      input: { currentPassword: "not the present one", newPassword: "violet harbor lantern 7" },
      ends: "INVALID",
    },
    "account.permissions": { kind: "free" },
  };
}
