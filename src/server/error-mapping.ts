import type { TRPCError } from "@trpc/server";
import * as z from "zod";
import { Refusal, type RefusalCode } from "@/commands/errors";
import { isConnectionLost, isStatementTimeout, isTransient, isUnwritable } from "@/db/errors";
import { InvalidEventError } from "@/domain-events/catalog/envelope";

/** What a refusal means over HTTP is written here and nowhere else. */

export type ErrorCode = RefusalCode | "SIGNED_OUT" | "TOO_MANY" | "TRY_AGAIN" | "FAILED";

/** What a screen learns of an error; nothing of the database, the code or other people's data. */
export interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly rule?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly data?: unknown;
}

type TrpcCode = TRPCError["code"];

export const TRPC_CODES: Readonly<Record<ErrorCode, TrpcCode>> = {
  INVALID: "BAD_REQUEST",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  RULE_VIOLATED: "UNPROCESSABLE_CONTENT",
  CONFLICT: "CONFLICT",
  SIGNED_OUT: "UNAUTHORIZED",
  TOO_MANY: "TOO_MANY_REQUESTS",
  TRY_AGAIN: "SERVICE_UNAVAILABLE",
  FAILED: "INTERNAL_SERVER_ERROR",
};

const UNEXPECTED = "Something went wrong on our side. What you entered is still here; try again in a moment.";
const TRY_AGAIN = "The server is busy right now. Try again in a moment; nothing is done twice.";
const NOT_SAVED =
  "Nothing can be saved right now, and nothing of this was. What you entered is still here; try again in a few minutes.";

/** True for what a person or their input brought about; the rest is reported to the operator. */
export function isExpected(error: unknown): boolean {
  return error instanceof Refusal || error instanceof z.ZodError;
}

/** The public face of whatever a procedure threw. */
export function publicError(error: unknown): PublicError {
  if (error instanceof Refusal) {
    const { rule, fields, data } = error.details;
    return {
      code: error.code,
      message: error.message,
      ...(rule !== undefined && { rule }),
      ...(fields !== undefined && { fields }),
      ...(data !== undefined && { data }),
    };
  }
  if (error instanceof z.ZodError) return inputError(error);
  if (error instanceof InvalidEventError) {
    return { code: "INVALID", message: "This is more than one record can hold. Shorten the texts." };
  }
  const passes = isConnectionLost(error) || isStatementTimeout(error) || isTransient(error);
  if (passes) return { code: "TRY_AGAIN", message: TRY_AGAIN };
  if (isUnwritable(error)) return { code: "TRY_AGAIN", message: NOT_SAVED };
  return { code: "FAILED", message: UNEXPECTED };
}

function inputError(error: z.ZodError): PublicError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    fields[path] ??= issue.code === "unrecognized_keys" ? "This field is not known here." : issue.message;
  }
  return {
    code: "INVALID",
    message: "Some of what was sent cannot be used. Check the marked fields.",
    fields,
  };
}
