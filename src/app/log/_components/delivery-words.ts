import type { RouterOutputs } from "@/trpc/client";

type Delivery = RouterOutputs["log"]["deliveries"]["deliveries"][number];

/** "2 tries, done 41 ms after the record". */
export function effort({ attempts, state, latencyMs }: Pick<Delivery, "attempts" | "state" | "latencyMs">) {
  const tries = attempts === 1 ? "1 try" : `${attempts} tries`;
  if (latencyMs === null) return attempts === 0 ? "not tried yet" : tries;
  return `${tries}, ${state} ${spellMs(latencyMs)} after the record`;
}

/** "41 ms", "3.2 s", "12 min", "5 h", "3 d": to two figures, for reading. */
export function spellMs(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} d`;
}

export interface Moment {
  readonly label: string;
  readonly at: string;
}

/** When what happened to a delivery, and when it is tried next; only what there is. */
export function momentsOf(delivery: Delivery): readonly Moment[] {
  const { firstStartedAt, completedAt, parkedAt, nextTryAt, state } = delivery;
  const known: readonly (readonly [string, string | null])[] = [
    ["First tried", firstStartedAt],
    ["Parked", parkedAt],
    ["Next try", state === "retrying" ? nextTryAt : null],
    [state === "skipped" ? "Skipped" : "Done", completedAt],
  ];
  return known.flatMap(([label, at]) => (at === null ? [] : [{ label, at }]));
}

/** Before the link to the entry that blocks. */
export function blockerWords({ state }: NonNullable<Delivery["blockedBy"]>): string {
  switch (state) {
    case "parked":
      return "Waits behind the parked";
    case "retrying":
      return "Waits behind the retrying";
    case "running":
      return "Waits behind the running";
    case "due":
      return "Waits behind the earlier";
    default:
      return neverState(state);
  }
}

function neverState(state: never): never {
  throw new Error(`unknown state ${String(state)}`);
}
