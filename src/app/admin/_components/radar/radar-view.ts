import { createSerializer, parseAsStringLiteral } from "nuqs/server";
import type { RiskState } from "@/components/status-looks/radar";
import type { RouterOutputs } from "@/trpc/client";

/** Which part of the radar the overview shows, as its address says it (U-5). */

export type Radar = RouterOutputs["events"]["radar"];
export type RadarItem = Radar["items"][number];

/** The worst first, as the server counts them. */
export const riskKinds = [
  "critical_issue",
  "not_started",
  "not_completed",
  "venue_unconfirmed",
  "tasks_overdue",
  "no_manager",
  "decision_overdue",
] as const satisfies readonly RiskState[];

export const radarParsers = { risk: parseAsStringLiteral(riskKinds) };

const serialize = createSerializer(radarParsers);

/** The overview with one kind of risk, or with all of them for null. */
export function radarHref(risk: RiskState | null): "/admin" | `/admin?${string}` {
  const query = serialize({ risk }).slice(1);
  return query === "" ? "/admin" : `/admin?${query}`;
}

/** What is shown: one kind, or all. */
export function shownItems({ items }: Radar, risk: RiskState | null): readonly RadarItem[] {
  return risk === null ? items : items.filter((item) => item.kind === risk);
}

/** The kinds that there is something of, and the open one. */
export function shownKinds({ counts }: Radar, risk: RiskState | null): readonly RiskState[] {
  return riskKinds.filter((kind) => counts[kind] > 0 || kind === risk);
}
