import "server-only";
import { DamagedArchiveError, importArchive } from "@/domain-events/retention/import-archive";
import { ownerDatabase } from "@/server/databases";
import { groupDigits } from "@/values/count-words";
import type { CommandReport } from "./retention-command";

/** What `npm run archive:read` does, and what it then prints: the first file that cannot be loaded ends it. */
export async function archiveCommand(files: readonly string[]): Promise<CommandReport> {
  const lines: string[] = [];
  for (const file of files) {
    try {
      const count = await importArchive(ownerDatabase(), file);
      lines.push(`${file}: ${groupDigits(count)} lines are now in log_archive.entry.`);
    } catch (error) {
      if (!isOfFile(error)) throw error;
      return { lines: [...lines, `Nothing was loaded from ${file}: ${error.message}.`], isGood: false };
    }
  }
  return { lines, isGood: true };
}

/** Damaged, missing, or not for us to read: nothing that a stack would explain. */
function isOfFile(error: unknown): error is Error {
  if (error instanceof DamagedArchiveError) return true;
  return error instanceof Error && "syscall" in error && error.syscall === "open";
}
