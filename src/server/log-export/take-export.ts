import "server-only";
import type { SignedIn } from "@/server/auth/session";
import { actorOf, type RequestContext } from "@/server/context";
import { publicError } from "@/server/error-mapping";
import { log } from "@/server/log";
import { isStillIn } from "@/server/live/standing";
import { mayCall } from "@/server/permissions";
import { readBody } from "@/server/read-body";
import { checkRequest } from "@/server/request-guard";
import { exportFormatOf, exportLog } from "./export-log";
import { type ExportInput, exportInput } from "./inputs";
import { matching } from "./matching";
import { enterExport } from "./one-at-a-time";
import { recordLook } from "./record-look";
import { textStream } from "./text-stream";

/** Log entries that one file holds at most, and how long its writing may take (S-8, S-58). */
const EXPORT_FACTS_MAX = 100_000;
/** With personal fields as they are. */
const UNMASKED_FACTS_MAX = 10_000;
const EXPORT_TIME_MAX_MS = 10 * 60_000;
/** Beyond that, for a reader who takes it slowly. */
const STALLED_MS = EXPORT_TIME_MAX_MS + 60_000;
const BODY_BYTES_MAX = 64 * 1024;

interface Wish {
  readonly request: Request;
  readonly context: RequestContext;
  readonly trustedOrigins: readonly string[];
  /** Where this installation is reached, without a slash at the end. */
  readonly appUrl: string;
  /** Fewer log entries than usual, for tests. */
  readonly factsMax?: number;
}

/**
 * Answers a POST of `exportInput` as JSON with the file, streamed; or with a refusal
 * `{ error: { message, requestId } }`: 400, 401, 403, 413, 415, 429. A right that is lost in the middle breaks the
 * file off.
 */
export async function takeExport(wish: Wish): Promise<Response> {
  const { request, context, trustedOrigins } = wish;
  const { method, headers } = request;
  const refuse = (status: number, message: string) =>
    Response.json(
      { error: { message, requestId: context.requestId } },
      { status, headers: { "cache-control": "no-store", "x-request-id": context.requestId } },
    );
  const foreign = checkRequest({ method, headers, trustedOrigins });
  if (foreign) return refuse(foreign.status, foreign.message);
  const person = await context.person();
  if (!person) return refuse(401, "Sign in to go on.");
  if (!mayCall(person.role, "log.search")) {
    log().info({ requestId: context.requestId, path: "/api/log/export", actorId: person.personId }, "denied");
    return refuse(403, "Exporting the log is for admins of the agency.");
  }
  const body = await readBody(request, BODY_BYTES_MAX);
  if (!body) return refuse(413, "This is more than one request may carry.");
  const input = readInput(body.toString("utf8"));
  if ("problem" in input) return refuse(400, input.problem);
  const leave = enterExport(person.personId);
  if (!leave) return refuse(429, "An export of yours is being written already. Wait until it is done.");
  try {
    const begun = await begin(wish, person, input.value);
    return fileOf(wish, { person, leave, ...begun });
  } catch (error) {
    leave();
    throw error;
  }
}

type ReadInput = { readonly value: ExportInput } | { readonly problem: string };

function readInput(text: string): ReadInput {
  try {
    return { value: exportInput.parse(JSON.parse(text)) };
  } catch (error) {
    return {
      problem: error instanceof SyntaxError ? "This request cannot be read." : publicError(error).message,
    };
  }
}

/** Finds out what the file will hold, and puts on record that it is not masked, where it is not. */
async function begin({ context, factsMax }: Wish, person: SignedIn, { format, filter, unmask }: ExportInput) {
  const { database, requestId } = context;
  const matches = await matching(database, filter);
  if (!unmask) return { matches, format, isUnmasked: false, factsMax: factsMax ?? EXPORT_FACTS_MAX };
  const look = { matches, reason: unmask.reason, factsMax: factsMax ?? UNMASKED_FACTS_MAX };
  await recordLook(database, look, { actor: actorOf(person), requestId });
  return { matches, format, isUnmasked: true, factsMax: look.factsMax };
}

type Begun = Awaited<ReturnType<typeof begin>> & { readonly person: SignedIn; readonly leave: () => void };

function fileOf({ context, appUrl }: Wish, { person, leave, ...begun }: Begun): Response {
  const { database, requestId } = context;
  const { mediaType, extension } = exportFormatOf({ format: begun.format, appUrl });
  const pieces = exportLog(database, {
    ...begun,
    appUrl,
    timeMaxMs: EXPORT_TIME_MAX_MS,
    isStillAllowed: () => isStillIn(database, person),
  });
  return new Response(textStream(pieces, { stalledMs: STALLED_MS, onEnd: leave }), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${fileName(begun.matches.now, extension)}"`,
      "cache-control": "no-store",
      "x-request-id": requestId,
      "x-accel-buffering": "no",
    },
  });
}

/** `muster-log-2026-11-27T2054Z.csv` */
function fileName(now: Date, extension: string): string {
  const minute = now.toISOString().slice(0, 16).replace(":", "");
  return `muster-log-${minute}Z${extension}`;
}
