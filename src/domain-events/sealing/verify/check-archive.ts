import { createHash, type Hash } from "node:crypto";
import { join } from "node:path";
import * as z from "zod";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { readArchive } from "@/domain-events/retention/archive-file";
import type { SealProblem } from "./problem";

interface Archive {
  readonly leaf: string;
  readonly category: string | null;
  readonly file: string;
  readonly sha256: string;
}

const sealedLine = z.object({ block: z.int(), digest: z.hex() });

/**
 * Reads every archive through: its bytes are those that were written, and its lines are all that the chain says of the
 * partition, in their order. In constant memory.
 */
export async function checkArchives(
  db: Queryable,
  folder: string,
): Promise<{ readonly read: number; readonly problems: readonly SealProblem[] }> {
  const archives = await db.query<Archive & { leaf: string }>(sql`
    SELECT leaf, category, file, sha256 FROM event_archive WHERE file IS NOT NULL ORDER BY exported_at`);
  const problems: SealProblem[] = [];
  for (const archive of archives) {
    const problem = await archiveProblem(db, folder, archive);
    if (problem !== undefined) problems.push(archiveProblemOf(`${archive.file} ${problem}`));
  }
  return { read: archives.length, problems };
}

function archiveProblemOf(detail: string): SealProblem {
  return { kind: "archive", block: null, position: null, id: null, type: null, detail };
}

async function archiveProblem(db: Queryable, folder: string, archive: Archive): Promise<string | undefined> {
  const { lines, sha256 } = readArchive(join(folder, archive.file));
  const coverage = archive.category === null ? undefined : new Coverage(db, archive.leaf);
  try {
    let number = 0;
    for await (const line of lines) {
      number += 1;
      const gap = await coverage?.add(line, number);
      if (gap !== undefined) return gap;
    }
    const gap = await coverage?.finish();
    return gap ?? (sha256() === archive.sha256 ? undefined : "does not match its checksum");
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Compares the lines of an archive with what each block holds of the partition, one block in memory at a time. */
class Coverage {
  private block = 0;
  private entries = 0;
  private hash: Hash = createHash("sha256");

  constructor(
    private readonly db: Queryable,
    private readonly leaf: string,
  ) {}

  async add(line: string, number: number): Promise<string | undefined> {
    const read = sealedLine.safeParse(JSON.parse(line));
    if (!read.success) return `line ${number} has no seal`;
    const { block, digest } = read.data;
    if (block < this.block) return `line ${number} is out of order`;
    const gap = block === this.block ? undefined : await this.next(block);
    if (gap !== undefined) return gap;
    this.hash.update(Buffer.from(digest, "hex"));
    this.entries += 1;
    return undefined;
  }

  /** What is wrong with the last block, or is left of the partition behind it. */
  async finish(): Promise<string | undefined> {
    return this.next(Number.MAX_SAFE_INTEGER);
  }

  private async next(block: number): Promise<string | undefined> {
    const [sealed] = await this.db.query<{ entries: number; digest: Buffer }>(sql`
      SELECT entries, digest FROM event_seal_leaf WHERE leaf = ${this.leaf} AND block = ${this.block}`);
    const digest = this.hash.digest();
    if ((sealed?.entries ?? 0) !== this.entries || (sealed && !sealed.digest.equals(digest))) {
      return `does not hold what block ${this.block} sealed`;
    }
    const [skipped] = await this.db.query<{ block: string }>(sql`
      SELECT block FROM event_seal_leaf
      WHERE leaf = ${this.leaf} AND block > ${this.block} AND block < ${block} ORDER BY 1 LIMIT 1`);
    if (skipped) return `holds nothing of block ${skipped.block}`;
    this.block = block;
    this.entries = 0;
    this.hash = createHash("sha256");
    return undefined;
  }
}
