/** Takes away what has expired: `npm run retention -- [--dry-run] [--as-of 2033-01-01]`. */
import { parseArgs } from "node:util";
import * as z from "zod";
import { retentionCommand, type RetentionWish } from "@/server/keeping/retention-command";
import { endWith } from "./end-with";

const USAGE = "Usage: npm run retention -- [--dry-run] [--as-of 2033-01-01]";

const wish = readArguments();
await endWith(wish === null ? USAGE : () => retentionCommand(wish));

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
