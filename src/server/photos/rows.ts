import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** A photo as it is kept; pixels and bytes are those of the large size. */
export interface NewPhoto {
  readonly id: string;
  readonly uploadedBy: string;
  readonly storageKey: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** False when the id is taken: the caller looks whose it is. */
export async function insertPhoto(db: Queryable, photo: NewPhoto): Promise<boolean> {
  const inserted = await db.execute(sql`
    INSERT INTO photo (id, uploaded_by, storage_key, sha256, bytes, width, height)
    VALUES (${photo.id}, ${photo.uploadedBy}, ${photo.storageKey}, ${photo.sha256}, ${photo.bytes}, ${photo.width},
      ${photo.height})
    ON CONFLICT (id) DO NOTHING`);
  return inserted === 1;
}

/** Whose photo this is; null when nobody has it. */
export async function uploaderOf(db: Queryable, photoId: string): Promise<string | null> {
  const [row] = await db.query<{ uploaded_by: string }>(sql`
    SELECT uploaded_by FROM photo WHERE id = ${photoId}`);
  return row?.uploaded_by ?? null;
}

/** Bytes that this person uploaded within a day, as they are kept. */
export async function bytesOfDay(db: Queryable, personId: string): Promise<number> {
  const [row] = await db.query<{ bytes: number }>(sql`
    SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM photo
    WHERE uploaded_by = ${personId} AND created_at > now() - interval '24 hours'`);
  return row?.bytes ?? 0;
}

/** What decides who may see a photo, and where its files are. */
export interface KeptPhoto {
  readonly storageKey: string;
  readonly uploadedBy: string;
  /** The event behind its record; null until a command took it. */
  readonly event: { readonly managerId: string | null } | null;
}

interface KeptRow {
  readonly storage_key: string;
  readonly uploaded_by: string;
  readonly event_id: string | null;
  readonly manager_id: string | null;
}

export async function readPhoto(db: Queryable, photoId: string): Promise<KeptPhoto | null> {
  const [row] = await db.query<KeptRow>(sql`
    SELECT p.storage_key, p.uploaded_by, p.event_id, e.manager_id
    FROM photo p LEFT JOIN event_instance e ON e.id = p.event_id
    WHERE p.id = ${photoId}`);
  if (!row) return null;
  return {
    storageKey: row.storage_key,
    uploadedBy: row.uploaded_by,
    event: row.event_id === null ? null : { managerId: row.manager_id },
  };
}
