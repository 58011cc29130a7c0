import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { processWide } from "@/db/process-wide";
import type { RequestContext } from "@/server/context";
import { inFlight } from "@/server/limits/in-flight";
import { mayCall } from "@/server/permissions";
import { readBody } from "@/server/read-body";
import { checkRequest } from "@/server/request-guard";
import { isUuid } from "@/values/ids";
import { NotAPhoto, reEncode } from "./re-encode";
import { bytesOfDay, insertPhoto, uploaderOf } from "./rows";
import { photoSizes, type PhotoStorage, removeFiles } from "./storage";

/** Limits of security.md part 5. */
const PHOTO_BYTES_MAX = 10_000_000;
const DAY_BYTES_MAX = 200_000_000;

/** What a browser calls them; what they are follows from the bytes. */
const CONTENT_TYPES = ["image/jpeg", "image/png", "image/webp", "application/octet-stream"];

interface Upload {
  readonly request: Request;
  readonly context: RequestContext;
  readonly storage: PhotoStorage;
  readonly trustedOrigins: readonly string[];
}

/** Decoding is heavy: one photo at a time per person, and process. */
function decoders() {
  return processWide("photo-decoders", () => inFlight(1));
}

/**
 * Takes one photo as the body of a POST; its id is the sender's choice and comes in `x-photo-id`, so that sending it
 * again keeps it once. Answers 201 `{ photoId }`, 200 when it was there already, or a refusal
 * `{ error: { message, requestId } }`: 401, 403, 409, 413, 415, 422, 429.
 */
export async function takePhoto(upload: Upload): Promise<Response> {
  const { request, context, trustedOrigins } = upload;
  const { method, headers } = request;
  const refuse = (status: number, message: string) =>
    answer(status, { error: { message, requestId: context.requestId } });
  const foreign = checkRequest({ method, headers, trustedOrigins, contentTypes: CONTENT_TYPES });
  if (foreign) return refuse(foreign.status, foreign.message);
  const person = await context.person();
  if (!person) return refuse(401, "Sign in to go on.");
  if (!mayCall(person.role, "activities.complete")) {
    return refuse(403, "Photos are for the people who run events.");
  }
  const photoId = headers.get("x-photo-id")?.toLowerCase();
  if (!isUuid(photoId)) return refuse(422, "This photo came without an id. Add it again.");
  const leave = decoders().enter(person.personId);
  if (!leave) return refuse(429, "A photo of yours is being read already. Try this one again in a moment.");
  try {
    const uploader = await uploaderOf(context.database, photoId);
    if (uploader !== null) return again(uploader === person.personId, photoId, refuse);
    const bytes = await readBody(request, PHOTO_BYTES_MAX);
    if (bytes === null) return refuse(413, "This photo is larger than 10 MB. Choose a smaller one.");
    if (bytes.length === 0) return refuse(422, "This photo is empty. Choose another one.");
    if ((await bytesOfDay(context.database, person.personId)) > DAY_BYTES_MAX) {
      return refuse(429, "You have sent 200 MB of photos within a day. Send this one tomorrow.");
    }
    return await keep(upload, { photoId, personId: person.personId, bytes }, refuse);
  } finally {
    leave();
  }
}

type Refuse = (status: number, message: string) => Response;

function again(isTheirs: boolean, photoId: string, refuse: Refuse): Response {
  return isTheirs ? answer(200, { photoId }) : refuse(409, "This photo's id is taken. Add it again.");
}

/** Files first: a row without its files would be a broken picture, files without a row are nobody's. */
async function keep(
  { context, storage }: Upload,
  { photoId, personId, bytes }: { photoId: string; personId: string; bytes: Buffer },
  refuse: Refuse,
): Promise<Response> {
  const photo = await reEncode(bytes).catch((error: unknown) => {
    if (error instanceof NotAPhoto) return error;
    throw error;
  });
  if (photo instanceof NotAPhoto) return refuse(422, photo.message);
  const key = randomUUID();
  await Promise.all(photoSizes.map((size) => storage.put({ key, size }, photo[size])));
  const row = {
    id: photoId,
    uploadedBy: personId,
    storageKey: key,
    sha256: createHash("sha256").update(photo.large).digest("hex"),
    bytes: photo.large.length,
    width: photo.width,
    height: photo.height,
  };
  const isKept = await insertPhoto(context.database, row).catch(async (error: unknown) => {
    await removeFiles(storage, key);
    throw error;
  });
  if (isKept) return answer(201, { photoId });
  await removeFiles(storage, key);
  return again((await uploaderOf(context.database, photoId)) === personId, photoId, refuse);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
