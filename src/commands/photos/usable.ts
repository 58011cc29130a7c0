import { type Actor, actorId } from "@/commands/actor";
import { invalid } from "@/commands/errors";

/** A photo as a command finds it. */
export interface PhotoNow {
  readonly id: string;
  readonly uploadedBy: string;
  /** What it hangs on; null until a command took it. */
  readonly recordId: string | null;
}

/**
 * The addresses of the photos that somebody attaches to a record, for `photoUrls` (security.md S-43). Each has to
 * be their own and hang on nothing yet, or on this record already. Throws `INVALID`, alike for a photo that is
 * missing and one that is not theirs.
 */
export function attachedUrls(
  photoIds: readonly string[],
  photos: readonly PhotoNow[],
  { actor, recordId }: { readonly actor: Actor; readonly recordId: string },
): string[] {
  const mine = new Set(
    photos
      .filter((photo) =>
        photo.recordId === null ? photo.uploadedBy === actorId(actor) : photo.recordId === recordId,
      )
      .map((photo) => photo.id),
  );
  const missing = photoIds.flatMap((id, index) => (mine.has(id) ? [] : [index]));
  if (missing.length > 0) {
    throw invalid(
      "A photo is not there any more. Add it again.",
      Object.fromEntries(missing.map((index) => [`photoIds.${index}`, "Add this photo again."])),
    );
  }
  return photoIds.map((id) => `/photos/${id}`);
}
