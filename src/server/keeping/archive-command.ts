import "server-only";
import { importArchive } from "@/domain-events/retention/import-archive";
import { ownerDatabase } from "@/server/databases";
import type { CommandReport } from "./retention-command";

/** What `npm run archive:read` does, and what it then prints. */
export async function archiveCommand(files: readonly string[]): Promise<CommandReport> {
  const lines: string[] = [];
  for (const file of files) {
    const count = await importArchive(ownerDatabase(), file);
    lines.push(`${file}: ${count.toLocaleString("en")} lines are now in log_archive.entry.`);
  }
  return { lines, isGood: true };
}
