import "server-only";
import type { RequestContext } from "@/server/context";
import { importBytesMax } from "@/modules/bookings/import/problems";
import { mayCall } from "@/server/permissions";
import { checkRequest } from "@/server/request-guard";
import { storeImportFile } from "./files";
import { enterReading } from "./one-at-a-time";

/** What is read and thrown away of a body that is too large, so that the browser hears the answer. */
const discardedBytesMax = 4 * importBytesMax;

interface Upload {
  readonly request: Request;
  readonly context: RequestContext;
  readonly trustedOrigins: readonly string[];
}

/**
 * Takes a CSV file as the body of a POST and keeps it for a day; the name comes percent-encoded in `x-file-name`.
 * Answers 201 `{ fileId }`, or a refusal `{ error: { message, requestId } }`: 401, 403, 413, 415, 422, 429.
 */
export async function takeUpload(upload: Upload): Promise<Response> {
  const { request, context, trustedOrigins } = upload;
  const { method, headers } = request;
  const refuse = (status: number, message: string) =>
    answer(status, { error: { message, requestId: context.requestId } });
  const foreign = checkRequest({ method, headers, trustedOrigins, contentTypes: ["text/csv"] });
  if (foreign) return refuse(foreign.status, foreign.message);
  const person = await context.person();
  if (!person) return refuse(401, "Sign in to go on.");
  if (!mayCall(person.role, "bookings.import")) return refuse(403, "Importing is for admins of the agency.");
  const leave = enterReading(person.personId);
  if (!leave) return refuse(429, "A file of yours is being read already. Wait a moment and try again.");
  try {
    const bytes = await readBody(request);
    if (bytes === null) return refuse(413, "The file is larger than 20 MB. Split it and import the parts.");
    if (bytes.length === 0) return refuse(422, "The file is empty. Choose another one.");
    const name = fileName(headers.get("x-file-name"));
    const fileId = await storeImportFile(context.database, { personId: person.personId, name, bytes });
    return answer(201, { fileId });
  } finally {
    leave();
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** The whole body, or null when it is more than the limit; no more than the limit is ever held. */
async function readBody(request: Request): Promise<Buffer | null> {
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > importBytesMax) chunks.length = 0;
    else chunks.push(next.value);
    if (size > discardedBytesMax) {
      await reader.cancel();
      break;
    }
  }
  return size > importBytesMax ? null : Buffer.concat(chunks, size);
}

function fileName(encoded: string | null): string {
  try {
    return decodeURIComponent(encoded ?? "");
  } catch {
    return encoded ?? "";
  }
}
