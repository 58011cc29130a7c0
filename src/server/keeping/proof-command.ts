import "server-only";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "@/db/database";
import { proofLines } from "@/domain-events/sealing/proof/proof-lines";
import { ownerDatabase } from "@/server/databases";
import type { CommandReport } from "./retention-command";

export interface ProofWish {
  /** ISO 8601, inclusive. */
  readonly from: string;
  /** ISO 8601, exclusive. */
  readonly to: string;
  /** The file to write. */
  readonly out: string;
}

/** What `npm run log:proof` does, and what it then prints. */
export async function proofCommand({ out, ...range }: ProofWish): Promise<CommandReport> {
  await pipeline(Readable.from(proofText(ownerDatabase(), range)), createWriteStream(out, { mode: 0o600 }));
  return {
    lines: [
      `Written to ${out}. Whoever gets it checks it with: node check-proof.mjs ${out} DIGEST`,
      "The check is src/launch/check-proof.mjs, which needs nothing else of Muster; DIGEST is an end of the chain from log:verify.",
    ],
    isGood: true,
  };
}

/** The file, a line at a time. */
export async function* proofText(db: Database, range: Omit<ProofWish, "out">): AsyncGenerator<string> {
  for await (const line of proofLines(db, range)) yield `${JSON.stringify(line)}\n`;
}
