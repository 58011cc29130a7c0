import "server-only";
import pino, { type Logger } from "pino";
import { processWide } from "@/db/process-wide";

/**
 * JSON lines for the operator: request id, actor id and path, never a body and never a value of the database.
 * What could be personal is taken out wherever it stands.
 */
export function log(): Logger {
  return processWide("logger", () =>
    pino({
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          "*.email",
          "*.password",
          "*.token",
          "*.detail",
          "err.detail",
          "err.meta",
          "err.where",
          "*.cookie",
        ],
        censor: "[removed]",
      },
    }),
  );
}
