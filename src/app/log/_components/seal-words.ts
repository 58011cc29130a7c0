import type { RouterOutputs } from "@/trpc/client";

type DaySeal = RouterOutputs["log"]["seals"]["days"][number];

/** "Sealed, verified 2026-11-27 21:04 UTC": how far the proof of a day's entries has come. */
export function sealWords({ standing, verifiedAt }: Pick<DaySeal, "standing" | "verifiedAt">): string {
  switch (standing) {
    case "waiting":
      return "Not sealed yet";
    case "so-far":
      return "Sealed so far";
    case "sealed":
      return "Sealed, not verified yet";
    case "verified":
      return `Sealed, verified ${minuteWords(verifiedAt)}`;
    case "altered":
      return `Altered, found ${minuteWords(verifiedAt)}`;
    case "empty":
      return "No entries";
    default:
      return neverStanding(standing);
  }
}

function neverStanding(standing: never): never {
  throw new Error(`unknown standing ${String(standing)}`);
}

function minuteWords(at: string | null): string {
  return at === null ? "" : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
