import { HEARTBEAT_LOST_MS } from "@/domain-events/dispatch/heartbeat";
import { RUNWAY_MIN_DAYS } from "@/domain-events/partitions/maintain";

/** Every alarm there is. */
export type AlarmName =
  | "no-dispatcher"
  | "backlog"
  | "parked"
  | "errors"
  | "holes"
  | "unaccounted"
  | "sealing"
  | "runway"
  | "clock"
  | "transaction"
  | "measuring";

export interface Threshold {
  readonly alarm: AlarmName;
  readonly label: string;
  /** In the unit below; beyond it the alarm goes off. */
  readonly limit: number;
  readonly unit: "ms" | "deliveries" | "%" | "days" | "instances";
  /** What a value has to be to keep the limit. */
  readonly keep: "at most" | "at least";
}

/** The limits (engine.md §8). Readiness uses the same two for the dispatcher and the runway. */
export const thresholds = {
  "no-dispatcher": {
    alarm: "no-dispatcher",
    label: "Dispatchers alive",
    limit: 1,
    unit: "instances",
    keep: "at least",
  },
  backlog: {
    alarm: "backlog",
    label: "Age of the oldest due delivery",
    limit: 5 * 60_000,
    unit: "ms",
    keep: "at most",
  },
  parked: { alarm: "parked", label: "Parked deliveries", limit: 0, unit: "deliveries", keep: "at most" },
  errors: {
    alarm: "errors",
    label: "Failed tries in 5 minutes",
    limit: 5,
    unit: "%",
    keep: "at most",
  },
  holes: {
    alarm: "holes",
    label: "Deliveries missing in the last look",
    limit: 0,
    unit: "deliveries",
    keep: "at most",
  },
  unaccounted: {
    alarm: "unaccounted",
    label: "Deliveries that do not add up",
    limit: 0,
    unit: "deliveries",
    keep: "at most",
  },
  sealing: {
    alarm: "sealing",
    label: "Age of the oldest unsealed entry",
    limit: 5 * 60_000,
    unit: "ms",
    keep: "at most",
  },
  runway: {
    alarm: "runway",
    label: "Room for new months",
    limit: RUNWAY_MIN_DAYS,
    unit: "days",
    keep: "at least",
  },
  clock: {
    alarm: "clock",
    label: "Clock apart from the database's",
    limit: 5_000,
    unit: "ms",
    keep: "at most",
  },
  transaction: {
    alarm: "transaction",
    label: "Longest open transaction",
    limit: 5 * 60_000,
    unit: "ms",
    keep: "at most",
  },
  measuring: {
    alarm: "measuring",
    label: "Age of these figures",
    limit: 2 * HEARTBEAT_LOST_MS,
    unit: "ms",
    keep: "at most",
  },
} as const satisfies { readonly [Name in AlarmName]: Threshold & { readonly alarm: Name } };
