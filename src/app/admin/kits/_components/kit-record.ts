import type { RouterOutputs } from "@/trpc/client";

/** A kit as `kits.byId` answers it. */
export type KitRecord = RouterOutputs["kits"]["byId"];
export type KitPart = KitRecord["parts"][number];

/** How many pieces it lacks of its template. */
export function lackingPieces({ parts }: Pick<KitRecord, "parts">): number {
  return parts.reduce((sum, { debt }) => sum + (debt?.quantity ?? 0), 0);
}

/** It holds more or less of something than its template says. */
export function differs({ parts }: Pick<KitRecord, "parts">): boolean {
  return parts.some(({ held, asked }) => held !== asked);
}

/** It holds more of something than its template says: one that only lacks parts is incomplete. */
export function holdsTooMuch({ parts }: Pick<KitRecord, "parts">): boolean {
  return parts.some(({ held, asked }) => held > asked);
}
