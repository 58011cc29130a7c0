/**
 * Takes personal fields out of one log entry:
 * `npm run log:redact -- --id ID --path /payload/notes [--path …] --reference erasure-7 --reason "Asked for"`.
 */
import { parseArgs } from "node:util";
import { redactCommand, type RedactWish } from "@/server/keeping/redact-command";
import { stopEverything } from "@/server/start";

const USAGE =
  'Usage: npm run log:redact -- --id ID --path /payload/notes [--path …] --reference erasure-7 --reason "Asked for"';

const wish = readArguments();
if (wish === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    const { lines, isGood } = await redactCommand(wish);
    for (const line of lines) console.log(line);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await stopEverything();
  }
}

/** Null when they cannot be understood. */
function readArguments(): RedactWish | null {
  try {
    const { values } = parseArgs({
      options: {
        id: { type: "string" },
        path: { type: "string", multiple: true },
        reference: { type: "string" },
        reason: { type: "string" },
      },
    });
    const { id, path: paths, reference, reason } = values;
    if (id === undefined || paths === undefined || reference === undefined || reason === undefined)
      return null;
    return { id, paths, reference, reason };
  } catch {
    return null;
  }
}
