import "server-only";
import { TRPCError } from "@trpc/server";
import type { Database } from "@/db/database";
import { readImportFile } from "./files";
import type { ImportTarget } from "./inputs";
import { checkClient } from "./preview-import";
import { workOffImports } from "./runner";
import { addRun } from "./runs";

/**
 * Starts a real run in the background; resolves to its id at once. Throws `NOT_FOUND` for another person's file,
 * `INVALID` for a client that takes no bookings, `TOO_MANY_REQUESTS` while another run of this person goes on.
 */
export async function startImport(
  database: Database,
  wish: {
    readonly target: ImportTarget;
    readonly personId: string;
    readonly idempotencyKey: string | undefined;
  },
): Promise<{ readonly runId: string }> {
  const { target, personId } = wish;
  const { name } = await readImportFile(database, { fileId: target.fileId, personId });
  await checkClient(database, target.clientId);
  const runId = await addRun(database, { ...wish, fileName: name });
  if (runId === null) {
    throw new TRPCError({
      code: "TOO_MANY_REQUESTS",
      message: "Another import of yours is still running. Wait for it, or cancel it.",
    });
  }
  void workOffImports(database);
  return { runId };
}
