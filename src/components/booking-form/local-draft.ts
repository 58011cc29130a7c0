import { del, get, set } from "idb-keyval";
import type { KnownBooking, RequestValues } from "./request-values";

/** The unsent form of one person on this device (security.md 7.2): own, at most 7 days, wiped at sign-out. */

export interface LocalDraft {
  /** ISO 8601 UTC. */
  readonly savedAt: string;
  /** The booking that was being changed, or that was made by then; null while there is none. */
  readonly known: KnownBooking | null;
  readonly values: RequestValues;
}

const KEPT_MS = 7 * 24 * 60 * 60_000;
/** Raised when the shape of the form changes: an older draft is dropped rather than misread. */
const SHAPE = 2;

interface Stored extends LocalDraft {
  readonly shape: number;
}

interface DraftSubject {
  readonly bookingId?: string | undefined;
  readonly clientId?: string | undefined;
}

/** Whose draft, and of what: a booking, a new one for a client, or with neither the person's own next one. */
export function draftKey(personId: string, about: DraftSubject): string {
  const { bookingId, clientId } = about;
  const subject = bookingId ?? (clientId === undefined ? "new" : `new for ${clientId}`);
  return `booking-draft ${personId} ${subject}`;
}

/** The kept draft, or null when there is none, or none that is young enough. A broken store counts as empty. */
export async function readDraft(key: string, nowMs: number): Promise<LocalDraft | null> {
  try {
    const stored = await get<Stored>(key);
    if (stored === undefined) return null;
    if (isUsable(stored, nowMs)) return stored;
    await del(key);
  } catch {
    // A browser without storage (private mode) keeps no drafts; the form works all the same.
  }
  return null;
}

export function isUsable(stored: Pick<Stored, "shape" | "savedAt">, nowMs: number): boolean {
  const ageMs = nowMs - Date.parse(stored.savedAt);
  return stored.shape === SHAPE && ageMs >= 0 && ageMs < KEPT_MS;
}

export async function writeDraft(key: string, draft: LocalDraft): Promise<void> {
  await set(key, { ...draft, shape: SHAPE } satisfies Stored).catch(() => undefined);
}

export async function dropDraft(key: string): Promise<void> {
  await del(key).catch(() => undefined);
}
