import "server-only";
import { obstacleWords } from "@/domain-events/retention/obstacles";
import {
  type LeafOutcome,
  previewRetention,
  type RetentionRun,
  runRetention,
} from "@/domain-events/retention/run-retention";
import { env } from "@/env";
import { ownerDatabase } from "@/server/databases";
import { groupDigits } from "@/values/count-words";
import { archiveFolder } from "./archive-folder";

export interface RetentionWish {
  /** `YYYY-MM-DD`; today without it. */
  readonly asOf: string | undefined;
  readonly dryRun: boolean;
}

export interface CommandReport {
  readonly lines: readonly string[];
  readonly isGood: boolean;
}

/** What `npm run retention` does, and what it then prints. Throws what the database throws. */
export async function retentionCommand({ asOf, dryRun }: RetentionWish): Promise<CommandReport> {
  if (!dryRun && asOf !== undefined && isAhead(asOf) && !env().database.isEmbedded) {
    return {
      lines: [
        `${asOf} lies ahead: entries would go before their time. On this database only a dry run may look ahead: add --dry-run.`,
      ],
      isGood: false,
    };
  }
  const database = ownerDatabase();
  const run = dryRun
    ? await previewRetention(database, { checkRows: true, ...(asOf !== undefined && { asOf }) })
    : await runRetention(database, { folder: archiveFolder(), ...(asOf !== undefined && { asOf }) });
  if (!run) return { lines: ["Another process is at it. Try again in a few minutes."], isGood: false };
  return {
    lines: reportLines(run, dryRun),
    isGood: run.leaves.every(({ outcome }) => outcome === "goes" || outcome === "kept"),
  };
}

function isAhead(day: string): boolean {
  return day > new Date().toISOString().slice(0, 10);
}

function reportLines(run: RetentionRun, dryRun: boolean): readonly string[] {
  const going = run.leaves.filter((leaf) => leaf.outcome === "goes");
  const entries = going.reduce((sum, leaf) => sum + (leaf.entries ?? 0), 0);
  const staying = run.leaves.length - going.length;
  return [
    `Retention as of ${run.asOf}${dryRun ? ", dry run: nothing is changed" : ""}.`,
    ...run.leaves.map((leaf) => leafLine(leaf, dryRun)),
    `Partitions that ${dryRun ? "would go" : "went"}: ${going.length}, rows in them: ${groupDigits(entries)}. Past their time and staying: ${staying}.`,
  ];
}

function leafLine(
  { leaf, entries, outcome, obstacles, archive, failure }: LeafOutcome,
  dryRun: boolean,
): string {
  const name = leaf.leaf.padEnd(32);
  const size = entries === null ? "" : `${groupDigits(entries)} rows`;
  if (outcome === "busy")
    return `  busy   ${name} archived; a reader holds the table open, the next run goes on`;
  if (outcome === "failed") return `  FAILED ${name} ${failure ?? ""}`;
  if (outcome === "kept") return `  stays  ${name} ${obstacles.map(obstacleWords).join("; ")}`;
  return `  ${dryRun ? "goes " : "gone "}  ${name} ${[size, archive ?? ""].filter(Boolean).join(", ")}`;
}
