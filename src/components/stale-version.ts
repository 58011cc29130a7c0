import { isRecord } from "@/components/form/is-record";
import { type ContentDifference, listOf } from "./difference-words";

/** What a refused stale wish tells of the present version. Read by hand: zod is heavy on a first load. */

/** The version that the wish did not know; null for other refusals. */
export function presentVersionOf(data: unknown): number | null {
  const version = isRecord(data) ? data["presentVersion"] : undefined;
  return typeof version === "number" && Number.isSafeInteger(version) ? version : null;
}

/** What changed since the version that was read; empty for other refusals. */
export function differencesOf(data: unknown): readonly ContentDifference[] {
  return isRecord(data) ? listOf(data["differences"], isDifference) : [];
}

function isDifference(value: unknown): value is ContentDifference {
  return isRecord(value) && typeof value["field"] === "string";
}
