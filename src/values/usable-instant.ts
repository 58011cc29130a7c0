import * as z from "zod";
import { instantMs, isLocalDateTime } from "./civil";

const FIRST_MS = instantMs("1900-01-01T00:00:00Z");
const END_MS = instantMs("2200-01-01T00:00:00Z");
/** PostgreSQL reads offsets of less than sixteen hours; no clock on earth is further from UTC than fourteen. */
const WIDE_OFFSET = /[+-](?:1[6-9]|2\d):\d{2}$/;

/** Prisma reads no time without its seconds. */
const WITH_SECONDS = /T\d{2}:\d{2}:\d{2}/;

/** True for an instant of the years 1900 to 2199 that every part of the system reads alike. */
export function isUsableInstant(text: string): boolean {
  if (WIDE_OFFSET.test(text) || !WITH_SECONDS.test(text)) return false;
  try {
    const ms = instantMs(text);
    return ms >= FIRST_MS && ms < END_MS;
  } catch {
    return false;
  }
}

/** An instant that a caller names: ISO 8601 with an offset, in the years 1900 to 2199. */
export const instantSchema = z
  .string({ error: "Enter a date and a time." })
  .max(40, { error: "Enter a real date and time." })
  .refine(isUsableInstant, { error: "Enter a real date and time between 1900 and 2199." });

/** A moment at a venue: an instant, or what its wall clock shows, `YYYY-MM-DDTHH:mm`, in the same years. */
export const venueMomentSchema = z
  .string({ error: "Enter a date and a time." })
  .max(40, { error: "Enter a real date and time." })
  .refine((text) => isUsableInstant(text) || isUsableClock(text), {
    error: "Enter a real date and time between 1900 and 2199.",
  });

function isUsableClock(text: string): boolean {
  return isLocalDateTime(text) && text >= "1900" && text < "2200";
}
