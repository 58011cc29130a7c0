import "server-only";
import { notFound } from "@/commands/errors";
import { newId } from "@/commands/new-id";
import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Files that were handed in, kept for a day. Rows of their own that no subject knows: a file is no fact. */

/** Files of one person at a time; the oldest goes when another one comes. */
const filesMax = 5;

export interface ImportFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Keeps a file and removes what is too old or too much; resolves to its id. */
export async function storeImportFile(
  database: Database,
  file: { readonly personId: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<string> {
  const id = newId();
  const name =
    file.name
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, 200) || "file.csv";
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      INSERT INTO import_file (id, uploaded_by, name, bytes)
      VALUES (${id}, ${file.personId}, ${name}, ${Buffer.from(file.bytes)})`);
    await tx.execute(sql`
      DELETE FROM import_file f WHERE f.uploaded_by = ${file.personId}
        AND f.id NOT IN (
          SELECT id FROM import_file WHERE uploaded_by = ${file.personId}
          ORDER BY created_at DESC, id DESC LIMIT ${filesMax})
        AND NOT EXISTS (SELECT FROM import_run r WHERE r.file_id = f.id AND r.status IN ('queued', 'running'))`);
  });
  await removeOldImports(database);
  return id;
}

/** A person's own file. Throws `NOT_FOUND` for another person's, and for one that was removed after its day. */
export async function readImportFile(
  database: Queryable,
  { fileId, personId }: { readonly fileId: string; readonly personId: string },
): Promise<ImportFile> {
  const [file] = await database.query<{ id: string; name: string; bytes: Buffer }>(sql`
    SELECT id, name, bytes FROM import_file WHERE id = ${fileId} AND uploaded_by = ${personId}`);
  if (!file) throw notFound("file, or its day is over; choose it again");
  return file;
}

/** Removes files after a day and finished runs after thirty; resolves to how many rows went. */
export async function removeOldImports(database: Queryable): Promise<number> {
  const files = await database.execute(sql`
    DELETE FROM import_file f WHERE f.created_at < now() - interval '24 hours'
      AND NOT EXISTS (SELECT FROM import_run r WHERE r.file_id = f.id AND r.status IN ('queued', 'running'))`);
  const runs = await database.execute(sql`
    DELETE FROM import_run
    WHERE finished_at < now() - interval '30 days' AND status NOT IN ('queued', 'running')`);
  return files + runs;
}
