import "server-only";
import type { Queryable } from "@/db/database";
import { type ExportNotice, type ExportFormat, fileFormat } from "@/domain-events/interchange/file-formats";
import { handlerTraits } from "@/domain-events/routing";
import type { LogPage } from "@/domain-events/log/search";
import { groupDigits } from "@/values/count-words";
import { exportLines } from "./lines";
import type { Matching } from "./matching";

export interface LogExport {
  readonly matches: Matching;
  readonly format: ExportFormat;
  readonly isUnmasked: boolean;
  /** Facts that the file may hold at most. */
  readonly factsMax: number;
  /** Milliseconds that writing it may take. */
  readonly timeMaxMs: number;
  /** Where this installation is reached, without a slash at the end. */
  readonly appUrl: string;
  /** Asked before each page. */
  readonly isStillAllowed: () => Promise<boolean>;
}

/** Facts of one statement; with payloads of 64 KiB at most this is what an export holds in memory. */
const PAGE_SIZE = 250;

/** The reader lost the right in the middle: the file breaks off, so that nobody takes it for whole. */
export class ExportRevokedError extends Error {
  constructor() {
    super("whoever asked for this export may not read the log any more");
    this.name = "ExportRevokedError";
  }
}

export function exportFormatOf({ format, appUrl }: Pick<LogExport, "format" | "appUrl">) {
  return fileFormat(format, { appUrl, handlers: Object.keys(handlerTraits) });
}

/**
 * The file of everything that a filter leaves, as pieces of text. Holds one page at a time, and reads the next one
 * when the last was taken. Where it stops short its last line says so. Throws `ExportRevokedError`.
 */
export async function* exportLog(db: Queryable, wish: LogExport): AsyncGenerator<string, void> {
  const { matches, factsMax, timeMaxMs, isStillAllowed } = wish;
  const file = exportFormatOf(wish);
  const endsAt = performance.now() + timeMaxMs;
  yield file.head;
  let facts = 0;
  let cursor: LogPage["next"];
  let notice: ExportNotice | null = null;
  do {
    if (!(await isStillAllowed())) throw new ExportRevokedError();
    const page = await matches.page(Math.min(PAGE_SIZE, factsMax - facts), cursor);
    const lines = await exportLines(db, page.events, wish);
    yield lines.map((line, index) => file.line(line, facts + index === 0)).join("");
    facts += lines.length;
    cursor = page.next;
    notice = cursor ? noticeOf(facts, factsMax, performance.now() > endsAt) : null;
  } while (cursor && !notice);
  yield file.foot(notice);
}

function noticeOf(facts: number, factsMax: number, isTooLate: boolean): ExportNotice | null {
  const count = `${groupDigits(facts)} log entries`;
  if (facts >= factsMax) {
    return {
      reason: "limit",
      facts,
      message: `This file stops after ${count}, the most that one file holds. Older ones are missing: export a shorter time.`,
    };
  }
  if (!isTooLate) return null;
  return {
    reason: "time",
    facts,
    message: `This file stops after ${count}, because its time was over. Older ones are missing: export a shorter time.`,
  };
}
