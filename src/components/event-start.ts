import { EARLY_START_MINUTES_MAX } from "@/modules/event-instances/inputs/early-start";

interface Unready {
  readonly status: string;
  readonly readiness: readonly { readonly isMet: boolean; readonly text: string }[];
}

/** What keeps an event from being ready, a sentence each, as the server has it: then its start takes a reason (rule 46). */
export function startLacks({ status, readiness }: Unready): readonly string[] {
  const begun = status === "assigned" ? ["Its preparation has not begun."] : [];
  return [...begun, ...readiness.filter(({ isMet }) => !isMet).map(({ text }) => text)];
}

/** False while the server would refuse any start as too early. Instants are ISO 8601. */
export function isStartNear(startsAt: string, now: string): boolean {
  return Date.parse(startsAt) - Date.parse(now) <= EARLY_START_MINUTES_MAX * 60_000;
}
