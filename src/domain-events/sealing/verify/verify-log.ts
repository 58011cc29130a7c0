import type { Database, Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import {
  CHAIN_START,
  type LastSeal,
  lastSeal,
  SEAL_START,
  type SealPlace,
} from "@/domain-events/sealing/sealed-row";
import { checkArchives } from "./check-archive";
import { type FoundRow, readBlocks, type SealBlock } from "./block-rows";
import { type BlockFindings, checkBlock } from "./check-block";
import type { RedactionNote, SealProblem } from "./problem";

/** Kept of each kind of finding; the rest is counted. */
const KEPT = 100;
const BLOCKS_PER_READ = 200;

export interface Verification {
  readonly blocks: number;
  /** Facts that were compared with their seal. */
  readonly entries: number;
  /** Facts that are too young to be sealed. */
  readonly pending: number;
  /** The end of the chain, to be written down outside of the database; null on an unsealed log. */
  readonly head: { readonly block: number; readonly digest: string } | null;
  /** Archives of expired partitions that were read through. */
  readonly archives: number;
  /** The first hundred, in the order of the chain. */
  readonly problems: readonly SealProblem[];
  readonly problemCount: number;
  /** The first hundred. */
  readonly redactions: readonly RedactionNote[];
  readonly redactionCount: number;
}

export interface VerifyOptions {
  /** Where the archives of expired partitions are. */
  readonly archiveFolder: string;
  /** Called now and then with the number of facts compared so far. */
  readonly onProgress?: (entries: number) => void;
}

/**
 * Compares the whole log with its seals, block by block in constant memory, then the archives of what expired with the
 * seals that stayed. Reads only; what is appended meanwhile counts as pending.
 */
export async function verifyLog(db: Database, options: VerifyOptions): Promise<Verification> {
  const findings = new Gathered();
  const last = await lastSeal(db);
  const chain = new Chain(db, last, findings);
  const newest = last?.block ?? 0;
  while (chain.blocks < newest) {
    const blocks = await readBlocks(db, chain.blocks, BLOCKS_PER_READ);
    if (blocks.length === 0) break;
    for (const block of blocks.filter((one) => one.block <= newest)) {
      await chain.check(block);
      options.onProgress?.(chain.entries);
    }
  }
  findings.problems(await chainCutShort(db, newest));
  const archives = await checkArchives(db, options.archiveFolder);
  findings.problems(archives.problems);
  return {
    blocks: chain.blocks,
    entries: chain.entries,
    pending: await countPending(db, last),
    head: last ? { block: last.block, digest: last.digest.toString("hex") } : null,
    archives: archives.read,
    ...findings.result(),
  };
}

/** Walks the blocks in their order. */
class Chain {
  blocks = 0;
  entries = 0;
  private place: SealPlace = SEAL_START;
  private epoch = 0;
  private previous: Buffer = CHAIN_START;

  constructor(
    private readonly db: Database,
    private readonly last: LastSeal | undefined,
    private readonly findings: Gathered,
  ) {}

  async check(block: SealBlock): Promise<void> {
    if (block.block !== this.blocks + 1) {
      this.findings.problems([blocksMissing(this.blocks + 1, block.block - 1)]);
    }
    const first = await this.look(block);
    // A partition that expired or a field that was redacted between two reads of one look is nothing wrong.
    const seen = first.problems.length === 0 ? first : await this.look(block);
    this.findings.problems(seen.problems);
    this.findings.redactions(seen.redactions);
    this.entries += seen.entries;
    this.blocks = block.block;
    this.epoch = block.epoch;
    this.place = block.place;
    this.previous = block.digest;
  }

  private async look(block: SealBlock): Promise<BlockFindings> {
    const [attached, expired] = await Promise.all([
      names(this.db, sql`SELECT leaf FROM event_partition`),
      // Between export and detach a partition is still a part of the log; half detached it is none any more.
      names(
        this.db,
        sql`SELECT a.leaf FROM event_archive a LEFT JOIN pg_inherits i ON i.inhrelid = to_regclass(a.leaf)
          WHERE a.state <> 'exported' OR i.inhdetachpending IS NOT FALSE`,
      ),
    ]);
    return checkBlock(this.db, block, {
      after: block.epoch === this.epoch ? this.place : SEAL_START,
      previous: this.previous,
      attached,
      expired,
      isPending: (row) => isBehind(row, this.last),
    });
  }
}

async function names(db: Queryable, statement: Sql): Promise<ReadonlySet<string>> {
  return new Set((await db.query<{ leaf: string }>(statement)).map((row) => row.leaf));
}

/** The chain cannot be shorter than an earlier verification saw it. */
async function chainCutShort(db: Queryable, newest: number): Promise<readonly SealProblem[]> {
  const [row] = await db.query<{ block: number }>(sql`
    SELECT coalesce(max(up_to_block), 0)::integer AS block FROM event_verification`);
  return row && row.block > newest ? [blocksMissing(newest + 1, row.block)] : [];
}

function blocksMissing(from: number, to: number): SealProblem {
  const which = from === to ? `block ${from} of the chain is` : `blocks ${from} to ${to} of the chain are`;
  return { kind: "seal", block: null, position: null, id: null, type: null, detail: `${which} missing` };
}

/** True for a fact that no block has come to yet. */
function isBehind(row: Pick<FoundRow, "xid_text" | "position">, last: LastSeal | undefined): boolean {
  if (!last) return true;
  const [xid, position] = [BigInt(row.xid_text), BigInt(row.position)];
  if (position <= BigInt(last.floor)) return false;
  const lastXid = BigInt(last.place.xid);
  return xid > lastXid || (xid === lastXid && position > BigInt(last.place.position));
}

async function countPending(db: Queryable, last: LastSeal | undefined): Promise<number> {
  const { xid, position } = last?.place ?? SEAL_START;
  const [row] = await db.query<{ pending: number }>(sql`
    SELECT count(*)::integer AS pending FROM event_log
    WHERE (xid, position) > (${xid}::xid8, ${position}::bigint) AND position > ${last?.floor ?? "0"}::bigint`);
  return row?.pending ?? 0;
}

class Gathered {
  private readonly keptProblems: SealProblem[] = [];
  private readonly keptRedactions: RedactionNote[] = [];
  private problemCount = 0;
  private redactionCount = 0;

  problems(some: readonly SealProblem[]): void {
    this.problemCount += some.length;
    this.keptProblems.push(...some.slice(0, KEPT - this.keptProblems.length));
  }

  redactions(some: readonly RedactionNote[]): void {
    this.redactionCount += some.length;
    this.keptRedactions.push(...some.slice(0, KEPT - this.keptRedactions.length));
  }

  result() {
    const { keptProblems: problems, problemCount, keptRedactions: redactions, redactionCount } = this;
    return { problems, problemCount, redactions, redactionCount };
  }
}
