import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { entryDigest, type OpenPart, openRow } from "@/domain-events/sealing/entry-digest";
import { SEAL_START } from "@/domain-events/sealing/sealed-row";
import {
  type EntrySeal,
  type FoundRow,
  readBlocks,
  readEntrySeals,
  readLeafParts,
  readRange,
  readRedactions,
  type SealBlock,
} from "@/domain-events/sealing/verify/block-rows";

/** A line of a proof file; `proof.md` says what each field is for. Digests are in hex. */
export type ProofLine =
  | { readonly kind: "proof"; readonly version: 1; readonly from: string; readonly to: string }
  | BlockLine
  | EntryLine;

interface BlockLine {
  readonly kind: "block";
  /** What the block's digest covers, in this order. */
  readonly head: readonly [
    block: number,
    epoch: number,
    cluster: string,
    floor: string,
    lastXid: string,
    lastPosition: string,
    entries: number,
  ];
  readonly previous: string;
  readonly digest: string;
  readonly parts: readonly { readonly leaf: string; readonly entries: number; readonly digest: string }[];
}

interface EntryLine {
  readonly kind: "entry";
  readonly block: number;
  readonly leaf: string;
  readonly position: string;
  /** The digest that was sealed. */
  readonly digest: string;
  /** Null when the log does not hold the entry any more. */
  readonly parts: {
    readonly envelope: ProofPart;
    readonly payload: ProofPart;
    readonly metadata: ProofPart;
  } | null;
}

interface ProofPart {
  readonly text: string;
  readonly personal: Readonly<Record<string, string>>;
}

const BLOCKS_PER_READ = 200;

/**
 * What somebody without a database needs to check a time of the log: every sealed entry of the blocks that reach into
 * it, personal values as digests only, and the chain from there to its end. In constant memory, block by block.
 */
export async function* proofLines(
  db: Database,
  { from, to }: { readonly from: string; readonly to: string },
): AsyncGenerator<ProofLine> {
  yield { kind: "proof", version: 1, from, to };
  const range = await blocksOf(db, from, to);
  if (!range) return;
  let before = (await readBlocks(db, range.first - 2, 1)).find(({ block }) => block === range.first - 1);
  for (let after = range.first - 1; ; ) {
    const blocks = await readBlocks(db, after, BLOCKS_PER_READ);
    for (const block of blocks) {
      yield await blockLine(db, block);
      if (block.block <= range.last) yield* await entryLines(db, block, before);
      before = block;
    }
    if (blocks.length < BLOCKS_PER_READ) return;
    after = blocks.at(-1)?.block ?? after;
  }
}

/** The blocks that reach into a time; undefined when none does. */
async function blocksOf(db: Queryable, from: string, to: string) {
  const [row] = await db.query<{ first: number | null; last: number | null }>(sql`
    SELECT min(block)::integer AS first, max(block)::integer AS last FROM event_seal
    WHERE last_recorded_at >= ${from}::timestamptz AND first_recorded_at < ${to}::timestamptz`);
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : undefined;
}

async function blockLine(db: Queryable, block: SealBlock): Promise<BlockLine> {
  const parts = await readLeafParts(db, block.block);
  const { epoch, cluster, floor, place, entries, previous, digest } = block;
  return {
    kind: "block",
    head: [block.block, epoch, cluster, floor, place.xid, place.position, entries],
    previous: previous.toString("hex"),
    digest: digest.toString("hex"),
    parts: parts.map((part) => ({ ...part, digest: part.digest.toString("hex") })),
  };
}

/** The entries of a block in the order in which they were sealed; what expired since is not among them. */
async function entryLines(
  db: Database,
  block: SealBlock,
  before: SealBlock | undefined,
): Promise<readonly EntryLine[]> {
  const after = before?.epoch === block.epoch ? before.place : SEAL_START;
  const [seals, rows] = await Promise.all([
    readEntrySeals(db, block.block),
    readRange(db, after, block.place),
  ]);
  const { byPosition: redacted } = await readRedactions(
    db,
    seals.map(({ position }) => position),
  );
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return seals.map((seal) => ({
    kind: "entry",
    block: block.block,
    leaf: seal.leaf,
    position: seal.position,
    digest: entryDigest(seal).toString("hex"),
    parts: partsOf(seal, byPosition.get(seal.position), redacted.get(seal.position)),
  }));
}

function partsOf(
  seal: EntrySeal,
  row: FoundRow | undefined,
  redacted: Parameters<typeof openRow>[2],
): EntryLine["parts"] {
  if (!row) return null;
  const { envelope, payload, metadata } = openRow(row, seal.salts, redacted).parts;
  return { envelope: proofPart(envelope), payload: proofPart(payload), metadata: proofPart(metadata) };
}

function proofPart({ text, personal }: OpenPart): ProofPart {
  const digests = [...personal].map(([pointer, digest]) => [pointer, digest.toString("hex")]);
  return { text, personal: Object.fromEntries(digests) };
}
