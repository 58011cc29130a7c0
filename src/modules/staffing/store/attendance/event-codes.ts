import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "@/commands/derived-key";
import type { CodeVerdict } from "@/modules/staffing/attendance/attendance";
import { instantMs } from "@/values/civil";
import { addMinutes } from "@/values/venue-time";

/** Codes that a manager shows at an event and a crew scans or types (domain.md rule 30, security.md S-61). */

const STEP_MS = 30_000;
/** A code is good for its step and the next one, for whoever was about to press. */
const GRACE_STEPS = 1;
/** Codes of the last hour are told apart from those that never were any. */
const OLD_STEPS = 120;
const TYPED_DIGITS = 6;

export interface EventCode {
  /** What the picture carries; 22 characters of base64url. */
  readonly token: string;
  /** Six digits that mean the same. */
  readonly typed: string;
  /** From then on another one is shown; this one is good for 30 seconds more. ISO 8601 UTC. */
  readonly nextAt: string;
}

/** The code of an event at an instant. `key` is 32 bytes. */
export function eventCodeAt(eventId: string, now: string, key: Buffer = codeKey()): EventCode {
  const step = stepOf(now);
  const next = new Date((step + 1) * STEP_MS);
  return { ...codeOf(eventId, step, key), nextAt: addMinutes(next, 0) };
}

/** What a code that was scanned or typed is worth for an event at an instant. Blanks do not count. */
export function judgeCode(
  given: string,
  {
    eventId,
    now,
    key = codeKey(),
  }: { readonly eventId: string; readonly now: string; readonly key?: Buffer },
): CodeVerdict {
  const code = given.replaceAll(/\s/g, "");
  const step = stepOf(now);
  for (let back = 0; back <= OLD_STEPS; back += 1) {
    const { token, typed } = codeOf(eventId, step - back, key);
    if (equals(code, token) || equals(code, typed)) return back <= GRACE_STEPS ? "valid" : "old";
  }
  return "wrong";
}

function codeKey(): Buffer {
  return derivedKey("check-in codes");
}

function stepOf(now: string): number {
  return Math.floor(instantMs(now) / STEP_MS);
}

function codeOf(eventId: string, step: number, key: Buffer): Pick<EventCode, "token" | "typed"> {
  const mac = createHmac("sha256", key).update(`check-in\n${eventId}\n${step}`).digest();
  const number = mac.readUInt32BE(16) % 10 ** TYPED_DIGITS;
  return {
    token: mac.subarray(0, 16).toString("base64url"),
    typed: String(number).padStart(TYPED_DIGITS, "0"),
  };
}

function equals(given: string, code: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(code)];
  return left.length === right.length && timingSafeEqual(left, right);
}
