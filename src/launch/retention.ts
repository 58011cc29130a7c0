/** Takes away what has expired: `npm run retention -- [--dry-run] [--as-of 2033-01-01]`. */
import { parseArgs } from "node:util";
import * as z from "zod";
import { retentionCommand, type RetentionWish } from "@/server/keeping/retention-command";
import { stopEverything } from "@/server/start";

const USAGE = "Usage: npm run retention -- [--dry-run] [--as-of 2033-01-01]";

const wish = readArguments();
if (wish === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    const { lines, isGood } = await retentionCommand(wish);
    for (const line of lines) console.log(line);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await stopEverything();
  }
}

/** Null when they cannot be understood. */
function readArguments(): RetentionWish | null {
  try {
    const { values } = parseArgs({
      options: { "dry-run": { type: "boolean", default: false }, "as-of": { type: "string" } },
    });
    const asOf = values["as-of"];
    if (asOf !== undefined && !z.iso.date().safeParse(asOf).success) return null;
    return { asOf, dryRun: values["dry-run"] };
  } catch {
    return null;
  }
}
