import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import type { PersonActor } from "@/commands/actor";
import { Refusal } from "@/commands/errors";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { isConnectionLost, isStatementTimeout } from "@/db/errors";
import { InvalidEventError } from "@/domain-events/catalog/envelope";
import { type ImportProblem, importProblem } from "@/modules/bookings/import/problems";
import { toBooking } from "@/modules/bookings/import/to-booking";
import { importInput } from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { log } from "@/server/log";
import type { PreparedGroup, PreparedImport } from "./prepare-import";
import { openVenueBook, type VenueBook } from "./venue-book";

/** Groups handled at the same time; more only wait for each other's commits. */
const groupsAtOnce = 4;

export interface ImportCounts {
  /** Row groups to handle. */
  readonly total: number;
  /** Bookings made by this run. */
  readonly made: number;
  /** Groups that an earlier import made into bookings. */
  readonly skipped: number;
  /** Groups that a rule refused. */
  readonly refused: number;
  readonly venuesMade: number;
}

export interface ImportOutcome extends ImportCounts {
  /** Of the run alone, one per refused group, by row. */
  readonly problems: readonly ImportProblem[];
}

export interface ImportOrder {
  readonly actor: PersonActor;
  readonly timeZone: string;
  readonly prepared: PreparedImport;
  /** A UUIDv7. The same run taken up again finds its bookings by it and counts them as its own. */
  readonly runId: string;
  /** A run taken up again asks for each group, so that its own are counted as made. */
  readonly isResumed?: boolean;
  /** Called after every group. */
  readonly onProgress?: (counts: ImportCounts) => void;
  /** Asked before every group; true ends the run after the groups in hand. */
  readonly isStopped?: () => boolean;
}

type GroupOutcome =
  | { readonly kind: "made" | "skipped" }
  | { readonly kind: "refused"; readonly problem: ImportProblem };

/**
 * Makes the bookings of a prepared import, each group in a transaction of its own: one that is refused leaves the
 * others alone, and a second run adds nothing. Throws only when the database cannot be reached.
 */
export async function runImport(database: Database, order: ImportOrder): Promise<ImportOutcome> {
  const { actor, timeZone, prepared, runId, onProgress, isStopped } = order;
  const venues = openVenueBook(database, { actor, timeZone, known: prepared.venues, runId });
  const counts = { made: 0, skipped: 0, refused: 0 };
  const problems: ImportProblem[] = [];
  const total = prepared.groups.length;
  const present = (): ImportCounts => ({ total, ...counts, venuesMade: venues.made() });
  const queue = prepared.groups.values();
  let isBroken = false;

  async function work(): Promise<void> {
    for (const item of queue) {
      if (isBroken || isStopped?.()) return;
      const outcome = await importGroup(database, item, { ...order, venues }).catch((error: unknown) => {
        isBroken = true;
        throw error;
      });
      counts[outcome.kind] += 1;
      if (outcome.kind === "refused") problems.push(outcome.problem);
      onProgress?.(present());
    }
  }

  const ended = await Promise.allSettled(Array.from({ length: groupsAtOnce }, work));
  const failed = ended.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return { ...present(), problems: problems.sort((a, b) => a.row - b.row) };
}

async function importGroup(
  database: Database,
  { group, clientId, isImported }: PreparedGroup,
  { actor, runId, isResumed, venues }: ImportOrder & { readonly venues: VenueBook },
): Promise<GroupOutcome> {
  if (isImported && !isResumed) return { kind: "skipped" };
  try {
    const wish = importInput.parse(
      toBooking(group, { clientId, locationIds: await venues.idsOf(group.venues) }),
    );
    const idempotencyKey = `import-${runId}-${shortHash(`${clientId}\n${group.externalId}`)}`;
    const { result } = await runCommand(
      database,
      bookings,
      { type: "import", ...wish },
      { actor, idempotencyKey },
    );
    return { kind: result === null ? "skipped" : "made" };
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    const place = { row: group.rowNumbers[0] ?? 0 };
    return {
      kind: "refused",
      problem: importProblem("group-refused", place, group.externalId, sentenceOf(error)),
    };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof z.ZodError) return error.issues[0]?.message ?? "Its values cannot be used.";
  if (error instanceof InvalidEventError) return "It is more than one record can hold. Shorten its texts.";
  if (isStatementTimeout(error)) return "The server was too busy. Run the import again.";
  log().error({ err: error }, "a row group could not be imported");
  return "Something went wrong on our side. Run the import again.";
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
