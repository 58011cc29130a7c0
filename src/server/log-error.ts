/** What the operator learns of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Of the database: names of what the statement touched, never values. */
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly routine?: string;
  /** Where it was thrown, without the message that a stack begins with. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const CAUSES_MAX = 5;

/**
 * Errors whose messages name parts of the schema or the server. Those of other classes quote what was sent: a
 * text that is no number, a date out of range (PostgreSQL, appendix A).
 */
const NAMES_ONLY = /^(?:08|25|28|3D|40|42|53|54|55|57|58|XX)/;
/** A broken constraint: the message names it, the detail (left out) holds the row. */
const CONSTRAINT = /^23/;
/** A mail server's refusal names the recipient. */
const MAIL_ADDRESS = /[^\s<>"'()]+@[^\s<>"'()]+/g;
const SQL_STATE = /^[0-9A-Z]{5}$/;
const REMOVED = "[removed: it may quote what was sent]";

/** An error for the log, S-53: its kind, its place and its causes, without any value that a person entered. */
export function describeError(error: unknown): LoggedError {
  return describe(error, 0);
}

function describe(error: unknown, depth: number): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: REMOVED };
  const code = textOf(error, "code");
  const stack = framesOf(error);
  return {
    type: error.name,
    message: isQuoting(error, code) ? REMOVED : error.message.replaceAll(MAIL_ADDRESS, "[address]"),
    ...(code !== undefined && { code }),
    ...namesOf(error),
    ...(stack !== "" && { stack }),
    ...(error.cause !== undefined && depth < CAUSES_MAX && { cause: describe(error.cause, depth + 1) }),
  };
}

function isQuoting(error: Error, code: string | undefined): boolean {
  // Prisma prints the call with its arguments.
  if (error.name.startsWith("PrismaClient")) return true;
  if (code === undefined || !SQL_STATE.test(code))
    return error.name === "ZodError" || error.name === "SyntaxError";
  return !NAMES_ONLY.test(code) && !CONSTRAINT.test(code);
}

const NAMES = ["constraint", "table", "column", "routine"] as const;

function namesOf(error: Error): Pick<LoggedError, (typeof NAMES)[number]> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = textOf(error, name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function textOf(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}

function framesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
