import "server-only";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import * as z from "zod";
import { type PersonActor, type Role } from "@/commands/actor";
import { forbidden, Refusal } from "@/commands/errors";
import { log } from "./log";
import { actorOf, type RequestContext } from "./context";
import { speakPlainly } from "./input-words";
import { isExpected, publicError, TRPC_CODES } from "./error-mapping";
import { signedInCalls } from "./limits/in-flight";
import { mayCall, type Permission } from "./permissions";

interface ProcedureMeta {
  /** The row of the authorization matrix; a procedure without one does not start. */
  readonly permission: Permission;
}

speakPlainly();

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error, ctx }) => {
      const known = knownError(error);
      return {
        code: shape.code,
        message: known.message,
        data: { ...known, requestId: ctx?.requestId ?? "", httpStatus: shape.data.httpStatus },
      };
    },
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      // Each stream ends and is authorized again.
      maxDurationMs: 10 * 60_000,
      client: { reconnectAfterInactivityMs: 40_000 },
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** tRPC's own refusals (a wrong method, no such procedure, bad JSON) have no cause of ours. */
function knownError(error: TRPCError) {
  if (error.cause !== undefined) return publicError(error.cause);
  switch (error.code) {
    case "UNAUTHORIZED":
      return { code: "SIGNED_OUT", message: error.message } as const;
    case "TOO_MANY_REQUESTS":
      return { code: "TOO_MANY", message: error.message } as const;
    case "INTERNAL_SERVER_ERROR":
      return publicError(error);
    case "NOT_FOUND":
      return { code: "NOT_FOUND", message: "There is no such thing here." } as const;
    default:
      return { code: "INVALID", message: "This request cannot be read." } as const;
  }
}

/** Turns what a procedure threw into the status it means, and reports the unexpected once. */
const mapErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { error } = result;
  const cause = error.cause;
  if (cause === undefined && error.code !== "INTERNAL_SERVER_ERROR") throw error;
  if (error.code === "BAD_REQUEST" && !isExpected(cause)) throw unreadable(ctx, path, cause);
  const known = publicError(cause ?? error);
  if (!isExpected(cause)) log().error({ requestId: ctx.requestId, path, err: cause ?? error }, "call failed");
  throw new TRPCError({ code: TRPC_CODES[known.code], message: known.message, cause: cause ?? error });
});

/** What came is no JSON, or nothing that our transformer wrote; its text is nobody's business. */
function unreadable({ requestId }: RequestContext, path: string, cause: unknown): TRPCError {
  log().warn({ requestId, path, err: cause }, "an input could not be read");
  return new TRPCError({ code: "BAD_REQUEST", message: "This request cannot be read." });
}

/** Who is asking, read fresh; whether their role may call this at all, from the matrix. */
const authorize = t.middleware(async ({ ctx, meta, path, next }) => {
  if (!meta) throw new Error(`procedure ${path} declares no permission`);
  const person = await ctx.person();
  if (!person) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on." });
  if (!mayCall(person.role, meta.permission)) {
    log().info({ requestId: ctx.requestId, path, actorId: person.personId, role: person.role }, "denied");
    throw forbidden();
  }
  const leave = signedInCalls().enter(person.personId);
  if (!leave)
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: "Too many requests at once. Wait a moment." });
  try {
    const result = await next({ ctx: { ...ctx, signedIn: person, actor: actorOf(person) } });
    if (!result.ok && isDenial(result.error.cause)) {
      log().info({ requestId: ctx.requestId, path, actorId: person.personId }, "denied by a rule");
    }
    return result;
  } finally {
    leave();
  }
});

function isDenial(cause: unknown): boolean {
  return cause instanceof Refusal && cause.code === "FORBIDDEN";
}

/** The only kind of procedure there is: it names its row of the matrix. */
export function permitted(permission: Permission) {
  return t.procedure.meta({ permission }).use(mapErrors).use(authorize);
}

/** What a resolver is given, whatever the procedure. */
export interface SignedInContext extends RequestContext {
  readonly signedIn: { readonly personId: string; readonly role: Role; readonly sessionId: string };
  readonly actor: PersonActor;
}

const idempotencyKey = z
  .string()
  .regex(/^[0-9a-zA-Z-]{8,100}$/, { error: "The idempotency key has 8 to 100 letters, digits and dashes." })
  .optional();

/** Adds the optional idempotency key that every mutation takes. */
export function keyed<Shape extends z.ZodRawShape>(input: z.ZodObject<Shape, z.core.$strict>) {
  return input.extend({ idempotencyKey });
}
