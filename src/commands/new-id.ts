import { randomFillSync } from "node:crypto";
import { uuidRandomBytes, uuidv7 } from "@/values/ids";

/** Randomness asked of the system for this many ids at once: each question costs more than making an id. */
const idsAhead = 100;
const random = new Uint8Array(idsAhead * uuidRandomBytes);
let used = random.length;

/** A fresh UUIDv7 from this process's clock and the system's randomness. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const from = used;
  used += uuidRandomBytes;
  return uuidv7(Date.now(), random.subarray(from, used));
}
