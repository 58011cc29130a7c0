/**
 * Takes personal fields out of one log entry:
 * `npm run log:redact -- --id ID --path /payload/notes [--path …] --reference erasure-7 --reason "Asked for"`.
 */
import { parseArgs } from "node:util";
import { redactCommand, type RedactWish } from "@/server/keeping/redact-command";
import { endWith } from "./end-with";

const USAGE =
  'Usage: npm run log:redact -- --id ID --path /payload/notes [--path …] --reference erasure-7 --reason "Asked for"';

const wish = readArguments();
await endWith(wish === null ? USAGE : () => redactCommand(wish));

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
