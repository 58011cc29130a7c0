import { randomFillSync } from "node:crypto";
import { uuidRandomBytes, uuidv7 } from "@/values/ids";

/** A fresh UUIDv7 from this process's clock and the system's randomness. */
export function newId(): string {
  return uuidv7(Date.now(), randomFillSync(new Uint8Array(uuidRandomBytes)));
}
