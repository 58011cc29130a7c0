import * as z from "zod";
import { isUuidText, uuidPattern } from "./uuid-text";

/** Ids made in code: known before the insert, sortable by time. Safe in the browser. */

/** Bytes of randomness that `uuidv7` takes. */
export const uuidRandomBytes = 10;

/**
 * UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits. Time and randomness are arguments.
 * Throws RangeError for a time outside 48 bits or fewer than 10 random bytes.
 */
export function uuidv7(nowMs: number, random: Uint8Array): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48)
    throw new RangeError("The time needs 48 bits.");
  if (random.length < uuidRandomBytes) throw new RangeError("A UUID needs 10 random bytes.");
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  bytes.set(random.subarray(0, uuidRandomBytes), 6);
  return formatUuid(bytes, 7);
}

/** Writes version and variant into 16 bytes and prints them, lower case. */
export function formatUuid(bytes: Uint8Array, version: 7 | 8): string {
  let text = "";
  for (let index = 0; index < 16; index += 1) {
    const byte = bytes[index] ?? 0;
    const marked = index === 6 ? (byte & 0x0f) | (version << 4) : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    text += `${index > 2 && index < 11 && index % 2 === 0 ? "-" : ""}${hexBytes[marked]}`;
  }
  return text;
}

const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** True for a UUID of RFC 9562, versions 1 to 8, in either case. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && isUuidText(value);
}

/** An id that crossed a border: a UUID in lower case. */
export const idSchema = z
  .string()
  .regex(uuidPattern, { error: "This is not an id. Open the record from its list." })
  .toLowerCase()
  .brand<"Id">();

/** The version of a record is kept in an integer column. */
export const versionMax = 2 ** 31 - 1;
