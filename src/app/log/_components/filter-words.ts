import type { LogView, STATES } from "./log-view";
import { deliveryLooks } from "@/components/status-looks/deliveries";

const RANGE_LABELS: Readonly<Record<LogView["range"], string>> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  all: "All that is kept",
};

export const rangeOptions = (["1h", "24h", "7d", "30d", "all"] as const).map((value) => ({
  value,
  label: RANGE_LABELS[value],
}));

/** A handler's state in the filter, as the cells call it. */
const CELL_STATES = {
  pending: "due",
  running: "running",
  retrying: "retrying",
  blocked: "blocked",
  dead: "parked",
  skipped: "skipped",
  done: "done",
} as const satisfies Record<(typeof STATES)[number], string>;

export function stateLabel(state: (typeof STATES)[number]): string {
  return deliveryLooks[CELL_STATES[state]].label;
}

/** The time that is searched, always said: "Last 24 hours", "From 2026-11-23 12:00 UTC". */
export function timeWords({ range, from, to }: Pick<LogView, "range" | "from" | "to">): string {
  if (from !== "" && to !== "") return `${minute(from)} to ${minute(to)} UTC`;
  if (from !== "") return `From ${minute(from)} UTC`;
  if (to !== "") return `${RANGE_LABELS[range]}, until ${minute(to)} UTC`;
  return RANGE_LABELS[range];
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace("T", " ");
}

export interface FilterChipWords {
  readonly label: string;
  readonly value: string;
  /** The view without this filter. */
  readonly without: Partial<LogView>;
}

/** The filters that are on, each with its value and the way to take it off (U-7). */
export function filterChips(view: LogView, actorName: string | undefined): readonly FilterChipWords[] {
  const { from, to, category, type, chain, actor, source, field, value, state, handler, id } = view;
  const chips: (FilterChipWords | false)[] = [
    (from !== "" || to !== "") && { label: "Time", value: timeWords(view), without: { from: "", to: "" } },
    id !== "" && { label: "About", value: id, without: { id: "" } },
    category !== null && { label: "Category", value: category, without: { category: null } },
    type.length > 0 && {
      label: "Type",
      value: type.length > 2 ? `${type.slice(0, 2).join(", ")} and ${type.length - 2} more` : type.join(", "),
      without: { type: [] },
    },
    state !== null && {
      label: "Handler",
      value: `${handler === "" ? "any" : handler} ${stateLabel(state).toLowerCase()}`,
      without: { state: null, handler: "" },
    },
    actor !== "" && { label: "Actor", value: actorName ?? actor, without: { actor: "" } },
    source !== "" && { label: "Source", value: source, without: { source: "" } },
    field !== null &&
      value !== "" && { label: "Payload", value: `${field} = ${value}`, without: { field: null, value: "" } },
    chain !== "" && { label: "Chain", value: chain, without: { chain: "" } },
  ];
  return chips.filter((chip) => chip !== false);
}

export interface FoundTotal {
  readonly count: number;
  readonly isMore: boolean;
  /** About how many, where more were not counted and an estimate is at hand. */
  readonly about: number | null;
}

/** "37 entries", "1 000+ entries", "≈ 12 400 entries": never a fake exact number. */
export function countWords({ count, isMore, about }: FoundTotal): string {
  if (about !== null) return `≈ ${inThrees(rounded(about))} entries`;
  return count === 1 && !isMore ? "1 entry" : `${inThrees(count)}${isMore ? "+" : ""} entries`;
}

/** To three digits: more of them would look exact. */
function rounded(about: number): number {
  return Number(about.toPrecision(3));
}

function inThrees(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00A0");
}
