import "server-only";
import { actorOf, type RequestContext } from "@/server/context";
import { isUuid } from "@/values/ids";
import { maySeePhoto } from "./policy";
import { readPhoto } from "./rows";
import type { PhotoSize, PhotoStorage } from "./storage";

export interface PhotoWish {
  readonly photoId: string;
  readonly size: PhotoSize;
}

const HEADERS = {
  "content-type": "image/jpeg",
  "content-disposition": 'inline; filename="photo.jpg"',
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
};

/**
 * Answers with one photo, or 404 alike for one that is missing, one that the reader may not see and a reader who is
 * not signed in (security.md S-45).
 */
export async function showPhoto(
  context: Pick<RequestContext, "database" | "person">,
  storage: PhotoStorage,
  { photoId, size }: PhotoWish,
): Promise<Response> {
  const person = await context.person();
  if (!person || !isUuid(photoId)) return missing();
  const photo = await readPhoto(context.database, photoId);
  if (!photo || !maySeePhoto(actorOf(person), photo)) return missing();
  const bytes = await storage.get({ key: photo.storageKey, size });
  return bytes === null ? missing() : new Response(bytes, { headers: HEADERS });
}

function missing(): Response {
  return Response.json(
    { error: { message: "There is no such photo." } },
    { status: 404, headers: { "cache-control": "private, no-store" } },
  );
}
