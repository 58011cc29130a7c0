import type { Database } from "@/db/database";
import { blockDigest, LeafParts, type LeafPart } from "@/domain-events/sealing/block-digest";
import { digestRow, entryDigest, type RedactedField } from "@/domain-events/sealing/entry-digest";
import type { SealPlace } from "@/domain-events/sealing/sealed-row";
import {
  type EntrySeal,
  type FoundRow,
  readEntrySeals,
  readLeafParts,
  readPositions,
  readRange,
  readRedactions,
  type SealBlock,
} from "./block-rows";
import type { RedactionNote, SealProblem } from "./problem";

/** What a check must know beside the block itself. */
export interface BlockSurroundings {
  /** Where the block before ended; the start of an epoch begins at nothing. */
  readonly after: SealPlace;
  readonly previous: Buffer;
  /** Partitions that are part of the log now. */
  readonly attached: ReadonlySet<string>;
  /** Partitions whose way out is on record. */
  readonly expired: ReadonlySet<string>;
  /** True for a row that is simply too young to be sealed. */
  isPending(row: FoundRow): boolean;
}

export interface BlockFindings {
  readonly problems: readonly SealProblem[];
  readonly redactions: readonly RedactionNote[];
  /** Facts that were compared with their seal. */
  readonly entries: number;
}

/** Compares one block with the log, row by row. */
export async function checkBlock(
  db: Database,
  block: SealBlock,
  around: BlockSurroundings,
): Promise<BlockFindings> {
  const [parts, entries, rows] = await Promise.all([
    readLeafParts(db, block.block),
    readEntrySeals(db, block.block),
    readRange(db, around.after, block.place),
  ]);
  const kept = entries.filter((entry) => !around.expired.has(entry.leaf));
  const byPosition = await allRows(db, kept, rows);
  const redactions = await readRedactions(db, positionsOf(kept));
  const problems = [
    ...chainProblems(block, around.previous, parts),
    ...leafProblems(block.block, around, parts, kept),
    ...kept.flatMap((entry) => {
      const problem = entryProblem(
        entry,
        byPosition.get(entry.position),
        redactions.byPosition.get(entry.position),
      );
      return problem ? [{ ...problem, block: block.block }] : [];
    }),
    ...rows
      .filter((row) => row.sealed_in === null && !around.isPending(row))
      .map((row) => added(row, block.block)),
  ];
  return { problems, redactions: redactions.notes, entries: kept.length };
}

function positionsOf(entries: readonly EntrySeal[]): readonly string[] {
  return entries.map((entry) => entry.position);
}

/** The rows of the range, and those that an altered transaction number has put elsewhere. */
async function allRows(
  db: Database,
  kept: readonly EntrySeal[],
  rows: readonly FoundRow[],
): Promise<ReadonlyMap<string, FoundRow>> {
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  const elsewhere = positionsOf(kept).filter((position) => !byPosition.has(position));
  const moved = elsewhere.length === 0 ? [] : await readPositions(db, elsewhere);
  for (const row of moved) byPosition.set(row.position, row);
  return byPosition;
}

function added(row: FoundRow, block: number): SealProblem {
  const { position, id, type } = row;
  return {
    kind: "added",
    block,
    position,
    id,
    type,
    detail: "stands where everything was sealed, without a seal",
  };
}

function chainProblems(
  block: SealBlock,
  previous: Buffer,
  parts: readonly LeafPart[],
): readonly SealProblem[] {
  const { epoch, cluster, floor, place, entries } = block;
  const head = { epoch, cluster, floor, entries, lastXid: place.xid, lastPosition: place.position };
  if (!block.previous.equals(previous)) {
    return [sealProblem(block.block, "the block is not chained to the one before it")];
  }
  const counted = parts.reduce((sum, part) => sum + part.entries, 0);
  const digest = blockDigest(previous, { ...head, block: block.block }, parts);
  if (counted === entries && digest.equals(block.digest)) return [];
  return [sealProblem(block.block, "the block does not match its own digest")];
}

/** The seals of the single facts must add up to what the block says of each partition. */
function leafProblems(
  block: number,
  { attached, expired }: BlockSurroundings,
  parts: readonly LeafPart[],
  kept: readonly EntrySeal[],
): readonly SealProblem[] {
  const found = new LeafParts();
  for (const entry of kept) found.add(entry.leaf, entryDigest(entry));
  const foundParts = new Map(found.finish().map((part) => [part.leaf, part]));
  return parts
    .filter((part) => !expired.has(part.leaf))
    .flatMap((part) => {
      if (!attached.has(part.leaf)) {
        return [sealProblem(block, `${part.leaf} is gone, and nothing says that it expired`)];
      }
      const same = foundParts.get(part.leaf);
      if (same?.entries === part.entries && same.digest.equals(part.digest)) return [];
      return [sealProblem(block, `the seals of single entries in ${part.leaf} were changed`)];
    });
}

function sealProblem(block: number, detail: string): SealProblem {
  return { kind: "seal", block, position: null, id: null, type: null, detail };
}

function entryProblem(
  entry: EntrySeal,
  row: FoundRow | undefined,
  redacted: ReadonlyMap<string, RedactedField> | undefined,
): Omit<SealProblem, "block"> | undefined {
  const { position, event_id: id, type } = entry;
  if (!row) return { kind: "missing", position, id, type, detail: "was sealed and is not in the log" };
  const { parts, wrong } = digestRow(row, entry.salts, redacted);
  const differing = [
    ...(parts.envelope.equals(entry.envelope) ? [] : ["the envelope differs"]),
    ...(parts.payload.equals(entry.payload) ? [] : ["the payload differs"]),
    ...(parts.metadata.equals(entry.metadata) ? [] : ["the metadata differs"]),
    ...wrong.map(
      (pointer) => `${pointer} is not as it was ${redacted?.has(pointer) ? "redacted" : "sealed"}`,
    ),
  ];
  if (differing.length === 0) return undefined;
  return { kind: "altered", position, id, type, detail: differing.join(", ") };
}
