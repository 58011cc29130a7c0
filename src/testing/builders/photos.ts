import type { Queryable } from "@/db/database";
import { insertPhoto } from "@/server/photos/rows";

/** A photo of one pixel that hangs on nothing; there are no files behind it. Resolves to its id. */
export async function keepPhoto(db: Queryable, photo: { readonly id: string; readonly uploadedBy: string }) {
  const sha256 = "0".repeat(64);
  await insertPhoto(db, { ...photo, storageKey: photo.id, sha256, bytes: 1, width: 1, height: 1 });
  return photo.id;
}
