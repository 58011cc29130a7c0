import "server-only";
import { hkdfSync } from "node:crypto";
import { env } from "@/env";

const KEY_BYTES = 32;
const keys = new Map<string, Buffer>();

/**
 * A key of 32 bytes for one purpose, from the secret of the installation (HKDF with SHA-256, RFC 5869): what signs codes
 * says nothing about what signs sessions. Another `AUTH_SECRET` makes all of them worthless at once.
 */
export function derivedKey(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", env().authSecret, "", `muster ${purpose}`, KEY_BYTES));
  keys.set(purpose, key);
  return key;
}
