import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import { processWide } from "@/db/process-wide";
import { describeError } from "./log-error";

/**
 * JSON lines for the operator: request id, actor id and path, never a body and never a value of the database.
 * What could be personal is taken out wherever it stands.
 */
export function log(): Logger {
  return processWide("logger", () => createLog());
}

/** The same with another destination than the standard output. */
export function createLog(destination?: DestinationStream): Logger {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: {
      paths: ["*.email", "*.password", "*.token", "*.detail", "*.cookie"],
      censor: "[removed]",
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
