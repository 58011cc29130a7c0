import { createHash } from "node:crypto";
import { formatUuid } from "./ids";

/**
 * The id that follows from a cause and a name: the same two always give the same UUID, so a repeated reaction
 * finds its work done. Shaped as UUIDv7 like every other id: the cause's own time, then
 * 74 bits of SHA-256. `causeId` is a UUIDv7. Server only.
 */
export function derivedId(causeId: string, name: string): string {
  const cause = causeId.toLowerCase();
  const time = Buffer.from(cause.replaceAll("-", "").slice(0, 12), "hex");
  const digest = createHash("sha256").update(`${cause}\n${name}`, "utf8").digest();
  return formatUuid(Buffer.concat([time, digest]), 7);
}
