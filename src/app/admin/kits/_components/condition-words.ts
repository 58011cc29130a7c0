import type { KitRecord } from "./kit-record";

/** How a kit is, as people say it. */
export const conditionWords = {
  excellent: "Excellent",
  good: "Good",
  fair: "Fair",
  poor: "Poor",
  damaged: "Damaged",
} as const satisfies Record<KitRecord["condition"], string>;
