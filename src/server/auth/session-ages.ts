/** What a person may be; the directory's column `person.role`. */
export type Role = "admin" | "manager" | "agent" | "client";

export interface SessionAges {
  /** Seconds without a request after which a session is over. */
  readonly idleSeconds: number;
  /** Seconds after sign-in at which a session is over in any case. */
  readonly absoluteSeconds: number;
}

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** S-29 and security.md part 6: a desk is left alone sooner than a phone in a pocket. */
export const sessionAges: Readonly<Record<Role, SessionAges>> = {
  admin: { idleSeconds: 4 * HOUR, absoluteSeconds: 12 * HOUR },
  client: { idleSeconds: 24 * HOUR, absoluteSeconds: 7 * DAY },
  manager: { idleSeconds: 7 * DAY, absoluteSeconds: 30 * DAY },
  agent: { idleSeconds: 7 * DAY, absoluteSeconds: 30 * DAY },
};

/** The longest life of any session, and of its cookie. */
export const longestSessionSeconds = Math.max(
  ...Object.values(sessionAges).map((ages) => ages.absoluteSeconds),
);

/** The same table by column, as the statements that compare ages take it. */
export const sessionAgeColumns = {
  roles: Object.keys(sessionAges),
  idle: Object.values(sessionAges).map((ages) => ages.idleSeconds),
  absolute: Object.values(sessionAges).map((ages) => ages.absoluteSeconds),
};
