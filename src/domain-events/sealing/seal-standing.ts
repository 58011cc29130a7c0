import * as z from "zod";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/**
 * - `waiting`: committed, and not sealed yet.
 * - `sealed`: part of the chain; no verification has come to it.
 * - `verified`: the last verification that came to it found it as it was sealed.
 * - `altered`: the last verification found otherwise.
 */
export type SealStanding = "waiting" | "sealed" | "verified" | "altered";

export interface SealState<Standing = SealStanding> {
  readonly standing: Standing;
  /** ISO 8601; null while it waits. */
  readonly sealedAt: string | null;
  /** When it was last compared with its seal, ISO 8601; null if never. */
  readonly verifiedAt: string | null;
}

const problemsSchema = z.array(z.object({ id: z.string().nullable(), block: z.number().nullable() }));

/** What a verification found, as far as a standing depends on it. */
export type SealedProblem = z.output<typeof problemsSchema>[number];

export interface Comparison {
  /** ISO 8601. */
  readonly at: string;
  /** Rows, blocks and archives that are not as they were sealed; the first hundred count. */
  readonly problems: number;
}

/** The last time that the log was compared with its seals; null if it never was. */
export async function lastComparison(db: Queryable): Promise<Comparison | null> {
  const last = await lastVerification(db);
  return last ? { at: last.at.toISOString(), problems: last.problems.length } : null;
}

export interface LastVerification {
  readonly at: Date;
  /** The last block that it looked at. */
  readonly upTo: number;
  readonly problems: readonly SealedProblem[];
}

export async function lastVerification(db: Queryable): Promise<LastVerification | undefined> {
  const [row] = await db.query<{ at: Date; upto: number; problems: unknown }>(sql`
    SELECT finished_at AS at, up_to_block::integer AS upto, problems FROM event_verification
    ORDER BY id DESC LIMIT 1`);
  return row && { at: row.at, upTo: row.upto, problems: problemsSchema.parse(row.problems) };
}

/** What a seal and the last verification say together; `isAbout` tells which problems are about it. */
export function stateOf(
  seal: { readonly block: number; readonly sealedAt: Date } | null,
  verification: LastVerification | undefined,
  isAbout: (problem: SealedProblem) => boolean,
): SealState {
  const isAltered = verification?.problems.some(isAbout) === true;
  const isCovered = verification !== undefined && seal !== null && seal.block <= verification.upTo;
  // A broken block or archive says that the proof itself failed: nothing in that block counts as verified.
  const isDoubted =
    verification?.problems.some(({ id, block }) => id === null && block === seal?.block) === true;
  const standing = isAltered
    ? "altered"
    : !seal
      ? "waiting"
      : isCovered && !isDoubted
        ? "verified"
        : "sealed";
  return {
    standing,
    sealedAt: seal?.sealedAt.toISOString() ?? null,
    verifiedAt: isCovered ? verification.at.toISOString() : null,
  };
}
