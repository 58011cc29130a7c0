/**
 * Writes a time of the log as a file that anybody can check (src/domain-events/sealing/proof/proof.md):
 * `npm run log:proof -- --from 2026-01-01 --to 2026-02-01 --out january.proof`.
 */
import { parseArgs } from "node:util";
import { proofCommand, type ProofWish } from "@/server/keeping/proof-command";
import { endWith } from "./end-with";

const USAGE = "Usage: npm run log:proof -- --from 2026-01-01 --to 2026-02-01 --out january.proof";

const wish = readArguments();
await endWith(wish === null ? USAGE : () => proofCommand(wish));

/** Days or moments in UTC; null when they cannot be understood. */
function readArguments(): ProofWish | null {
  try {
    const { values } = parseArgs({
      options: { from: { type: "string" }, to: { type: "string" }, out: { type: "string" } },
    });
    const { from, to, out } = values;
    if (from === undefined || to === undefined || out === undefined) return null;
    return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), out };
  } catch {
    return null;
  }
}
