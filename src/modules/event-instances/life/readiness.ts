import type { PreparationTask, VenueIssue, VenueStanding } from "./event-life";
import type { Evidence, Need, Needs } from "./needs";

/** What readiness rests on; the four flags of `EVENT_READY`. */
export type ReadinessPart = "staff" | "kits" | "logistics" | "venue";

export interface ReadinessItem {
  readonly part: ReadinessPart;
  readonly isMet: boolean;
  /** A sentence for people: what is there, or what is missing. */
  readonly text: string;
  /** The fact that decided it; null when nothing was asked for or nothing has happened yet. */
  readonly evidence: Evidence | null;
}

interface Grounds {
  readonly tasks: readonly Pick<PreparationTask, "kind" | "status" | "doneAt" | "evidence">[];
  readonly venue: VenueStanding | null;
  readonly venueIssue: VenueIssue | null;
}

/** How far an event is from ready, one item per part, in the order of `ReadinessPart` (domain.md "States"). */
export function readinessItems(
  { tasks, venue, venueIssue }: Grounds,
  needs: Needs,
): readonly ReadinessItem[] {
  return [
    needItem("staff", needs.staff, { none: "No staff asked for.", noun: "staff slots", done: "filled" }),
    needItem("kits", needs.kits, { none: "No kits asked for.", noun: "kits", done: "prepared" }),
    logisticsItem(tasks),
    venueItem(venue, venueIssue),
  ];
}

export function isReady(items: readonly ReadinessItem[]): boolean {
  return items.every((item) => item.isMet);
}

/** What is missing, for people. */
export function missing(items: readonly ReadinessItem[]): readonly string[] {
  return items.filter((item) => !item.isMet).map((item) => item.text);
}

function needItem(
  part: "staff" | "kits",
  { needed, met, against, evidence }: Need,
  words: { readonly none: string; readonly noun: string; readonly done: string },
): ReadinessItem {
  if (needed === 0) return { part, isMet: true, text: words.none, evidence: null };
  const text = [`${met} of ${needed} ${words.noun} ${words.done}.`, ...against].join(" ");
  return { part, isMet: met >= needed, text, evidence };
}

function logisticsItem(tasks: Grounds["tasks"]): ReadinessItem {
  const part = "logistics";
  const logistics = tasks.filter((task) => task.kind === "logistics");
  if (logistics.length === 0) {
    return { part, isMet: true, text: "No logistics tasks.", evidence: null };
  }
  const done = logistics.filter((task) => task.status === "done");
  const text = `${done.length} of ${logistics.length} logistics tasks done.`;
  return { part, isMet: done.length === logistics.length, text, evidence: lastDone(done) };
}

function lastDone(done: Grounds["tasks"]): Evidence | null {
  const dated = done.flatMap(({ evidence, doneAt }) =>
    evidence !== null && doneAt !== null ? [{ factId: evidence, at: doneAt }] : [],
  );
  return dated.reduce<Evidence | null>((last, one) => (last && last.at >= one.at ? last : one), null);
}

/** What is wrong at the venue outweighs that it was agreed. */
function venueItem(venue: VenueStanding | null, issue: VenueIssue | null): ReadinessItem {
  const part = "venue";
  if (issue !== null) {
    const text = `A critical issue with the venue is open, reported for EV-${issue.eventNumber}.`;
    return { part, isMet: false, text, evidence: { factId: issue.issueId, at: issue.reportedAt } };
  }
  if (venue === null) return { part, isMet: false, text: "The venue is not confirmed.", evidence: null };
  const evidence = { factId: venue.factId, at: venue.factAt };
  return venue.confirmed
    ? { part, isMet: true, text: "The venue is confirmed.", evidence }
    : { part, isMet: false, text: "The venue is no longer confirmed.", evidence };
}
