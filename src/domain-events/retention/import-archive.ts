import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { readArchive } from "./archive-file";

const LINES_PER_WRITE = 1_000;
const CHECKSUM = /^[0-9a-f]{64}/;

/** The file is not what was written when the partition left. */
export class DamagedArchiveError extends Error {
  override readonly name = "DamagedArchiveError";
}

/**
 * Loads an archive into the table `log_archive.entry` for reading with SQL, apart from the log: one row per line, with
 * the line whole and its usual columns beside it. Loading the same file again replaces its rows. All or nothing: a file
 * that does not match the checksum file beside it leaves no row. Resolves to how many lines it has.
 */
export async function importArchive(ownerDatabase: Database, file: string): Promise<number> {
  const expected = CHECKSUM.exec(await readFile(`${file}.sha256`, "utf8"))?.[0];
  if (expected === undefined) throw new DamagedArchiveError(`${file}.sha256 holds no checksum`);
  return ownerDatabase.transaction(async (tx) => {
    await makeTable(tx);
    const name = basename(file);
    await tx.execute(sql`DELETE FROM log_archive.entry WHERE archive = ${name}`);
    const { lines, sha256 } = readArchive(file);
    let count = 0;
    let batch: string[] = [];
    for await (const line of lines) {
      batch.push(line);
      count += 1;
      if (batch.length === LINES_PER_WRITE) {
        await write(tx, name, batch);
        batch = [];
      }
    }
    if (batch.length > 0) await write(tx, name, batch);
    if (sha256() !== expected) throw new DamagedArchiveError(`${file} does not match its checksum`);
    return count;
  });
}

async function makeTable(tx: Tx): Promise<void> {
  await tx.execute(sql`CREATE SCHEMA IF NOT EXISTS log_archive`);
  await tx.execute(sql`
    CREATE TABLE IF NOT EXISTS log_archive.entry (
      archive text NOT NULL,
      position bigint NOT NULL,
      id uuid,
      type text NOT NULL,
      recorded_at timestamptz NOT NULL,
      correlation_id text,
      line jsonb NOT NULL
    )`);
  await tx.execute(sql`
    CREATE INDEX IF NOT EXISTS entry_correlation_idx ON log_archive.entry (correlation_id, position)`);
}

/** Attempts have no `event`; their columns stay empty and their line holds all there is. */
async function write(tx: Tx, archive: string, lines: readonly string[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO log_archive.entry (archive, position, id, type, recorded_at, correlation_id, line)
    SELECT ${archive}, (line ->> 'position')::bigint, (line #>> '{event,id}')::uuid,
      coalesce(line #>> '{event,type}', line ->> 'type'), (line ->> 'recordedAt')::timestamptz,
      line #>> '{event,correlationId}', line
    FROM unnest(${lines}::jsonb[]) AS t (line)`);
}
