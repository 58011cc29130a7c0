import type { Queryable } from "@/db/database";
import type { sql } from "@/db/sql";
import type { Permission } from "@/server/permissions";
import { testId } from "@/testing/builders/actors";
import { type PersonName, personNames } from "./actors";

/** A record that a call names, and whose it is. */
export interface Target {
  readonly name: string;
  readonly input: unknown;
  readonly owners: readonly PersonName[];
  /** Who asked for it, where that matters (`notByAsker`). */
  readonly askedBy?: readonly PersonName[];
  /** What a call that is let through ends with; "OK" when not said. */
  readonly ends?: string;
}

/** How a procedure is tried: what it is asked for, and what its caller may then see. */
export type Probe =
  | { readonly kind: "record"; readonly targets: readonly Target[]; readonly missing: unknown }
  | {
      readonly kind: "list";
      readonly input?: unknown;
      /** Asked in another way than by one call. */
      readonly ask?: (actor: PersonName | "anonymous") => Promise<unknown>;
      ids(answer: never): readonly string[];
      readonly all: readonly string[];
      readonly own: Partial<Readonly<Record<PersonName, readonly string[]>>>;
    }
  /** Always about the caller: there is nothing to name. */
  | { readonly kind: "self"; readonly input?: unknown; readonly ends?: string }
  /** About nothing that belongs to anybody. */
  | { readonly kind: "free"; readonly input?: unknown };

export type Probes = ProbesOf<Permission>;

/** One for each of these rows: "events.byId", or all that begin so, `events.${string}`. */
export type ProbesOf<Pattern extends string> = Readonly<Record<Extract<Permission, Pattern>, Probe>>;

export const ownersA = ["clientA"] as const;
/** Of nothing that there is. */
export const missingId = testId(99, 1);

/** The ids that a statement finds, sorted. */
export async function idsOf(db: Queryable, statement: ReturnType<typeof sql>): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(statement)).map((row) => row.id).sort();
}

/** What each person has, by name. */
export async function ofEach(
  of: (name: PersonName) => Promise<readonly string[]>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  return Object.fromEntries(
    await Promise.all(personNames.map(async (name) => [name, await of(name)] as const)),
  );
}
