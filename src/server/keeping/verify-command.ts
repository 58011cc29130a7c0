import "server-only";
import { problemWords, type RedactionNote } from "@/domain-events/sealing/verify/problem";
import { recordVerification } from "@/domain-events/sealing/verify/record";
import { type Verification, verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { ownerDatabase } from "@/server/databases";
import { groupDigits } from "@/values/count-words";
import { archiveFolder } from "./archive-folder";
import type { CommandReport } from "./retention-command";

/** What `npm run log:verify` does, and what it then prints: good only when nothing differs. */
export async function verifyCommand(onProgress: (entries: number) => void): Promise<CommandReport> {
  const database = ownerDatabase();
  const startedAt = new Date();
  const seen = await verifyLog(database, { archiveFolder: archiveFolder(), onProgress });
  await recordVerification(database, startedAt, seen);
  return { lines: verificationLines(seen), isGood: seen.problemCount === 0 };
}

function verificationLines(seen: Verification): readonly string[] {
  const { blocks, entries, pending, archives, head, problems, problemCount, redactions, redactionCount } =
    seen;
  return [
    `Log entries compared: ${groupDigits(entries)}, in blocks: ${groupDigits(blocks)}. Archives read: ${groupDigits(archives)}. Not sealed yet: ${groupDigits(pending)}.`,
    ...(head ? [`The chain ends with block ${head.block}: ${head.digest}`] : []),
    ...redactions.map(redactionWords),
    ...more(redactionCount - redactions.length, "redactions"),
    ...problems.map(problemWords),
    ...more(problemCount - problems.length, "problems"),
    problemCount === 0 ? "Everything is as it was sealed." : `Differences: ${groupDigits(problemCount)}.`,
  ];
}

function redactionWords({ position, id, path, at, reference, reason }: RedactionNote): string {
  return `redacted position ${position} ${id} ${path} on ${at} UTC (${reference}) because: ${reason}`;
}

function more(left: number, what: string): readonly string[] {
  return left > 0 ? [`… and ${groupDigits(left)} more ${what}`] : [];
}
