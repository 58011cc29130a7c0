/** What a constraint of the database refused, by its name. */
export interface ConstraintViolation {
  readonly kind: "unique" | "exclusion" | "check" | "foreign-key" | "not-null";
  readonly constraint: string;
}

const KINDS: Readonly<Record<string, ConstraintViolation["kind"]>> = {
  "23505": "unique",
  "23P01": "exclusion",
  "23514": "check",
  "23503": "foreign-key",
  "23502": "not-null",
};

const CONNECTION_CODES = new Set([
  "57P01", // admin_shutdown: pg_terminate_backend or a restart
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "08000",
  "08003",
  "08006",
  "25P03", // idle_in_transaction_session_timeout
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "P1001", // Prisma: the server cannot be reached
  "P1008", // Prisma: the socket timed out
  "P1017", // Prisma: the server closed the connection
]);

const CONNECTION_MESSAGES =
  /Connection terminated|Connection ended|Client has encountered a connection error|timeout exceeded when trying to connect|not queryable|Query read timeout/;

interface DatabaseErrorParts {
  readonly code: string;
  readonly constraint: string | undefined;
  readonly message: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The driver's error behind whatever wrapped it: pg's own, or Prisma's `meta.driverAdapterError.cause`. */
function parts(error: unknown): DatabaseErrorParts | undefined {
  if (!isRecord(error)) return undefined;
  const meta = isRecord(error.meta) ? error.meta : {};
  const adapterError = isRecord(meta.driverAdapterError) ? meta.driverAdapterError : {};
  const behind = isRecord(adapterError.cause) ? prismaParts(adapterError.cause) : undefined;
  if (behind) return behind;
  if (typeof error.code !== "string") return undefined;
  return {
    code: error.code,
    constraint: typeof error.constraint === "string" ? error.constraint : undefined,
    message: error instanceof Error ? error.message : "",
  };
}

/** Undefined for what never reached Postgres, such as a lost socket: then Prisma's own code says what it was. */
function prismaParts(cause: Record<string, unknown>): DatabaseErrorParts | undefined {
  if (typeof cause.originalCode !== "string") return undefined;
  const message = typeof cause.originalMessage === "string" ? cause.originalMessage : "";
  const named = isRecord(cause.constraint) ? cause.constraint.index : undefined;
  const quoted = /constraint "([^"]+)"/.exec(message)?.[1];
  return { code: cause.originalCode, constraint: typeof named === "string" ? named : quoted, message };
}

/**
 * The violated constraint, or undefined when the error is something else.
 *
 * Values of the row are never part of the answer: they may be personal.
 */
export function constraintViolation(error: unknown): ConstraintViolation | undefined {
  const found = parts(error);
  const kind = found && KINDS[found.code];
  return kind && found.constraint !== undefined ? { kind, constraint: found.constraint } : undefined;
}

/** True when the connection is gone, so that whether a COMMIT in flight took effect is unknown. */
export function isConnectionLost(error: unknown): boolean {
  const found = parts(error);
  if (found && CONNECTION_CODES.has(found.code)) return true;
  return error instanceof Error && CONNECTION_MESSAGES.test(error.message);
}

/** True when the same transaction may succeed if it is tried again: deadlock or serialization failure. */
export function isTransient(error: unknown): boolean {
  const code = parts(error)?.code;
  return code === "40P01" || code === "40001" || code === "55P03";
}

/** True when an earlier statement of the transaction failed, so that this one was not looked at. */
export function isAbortedTransaction(error: unknown): boolean {
  return parts(error)?.code === "25P02";
}

/** True when the server gave up a statement because of its time limit. */
export function isStatementTimeout(error: unknown): boolean {
  return parts(error)?.code === "57014";
}

const UNWRITABLE_CODES = new Set([
  "25006", // read-only: a standby, or a server that was told so
  "53100", // the disk is full
  "53200", // the server is out of memory
]);

/** True when the server cannot write for now, whoever asks for whatever; the transaction left nothing behind. */
export function isUnwritable(error: unknown): boolean {
  return UNWRITABLE_CODES.has(parts(error)?.code ?? "");
}
