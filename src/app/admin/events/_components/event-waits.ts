import type { EventRecord } from "./event-facts";

type Waiting = Pick<EventRecord, "status" | "onHold" | "manager" | "readiness" | "booking" | "issues">;

/** Whom or what an event waits for, as a sentence; null when it waits for nothing. */
export function waitsFor(event: Waiting): string | null {
  if (event.onHold) return `Waiting for the decision about BK-${event.booking.number}`;
  switch (event.status) {
    case "scheduled":
      return "Waiting for a field manager";
    case "assigned":
      return `Waiting for ${event.manager?.name ?? "its manager"} to start the preparation`;
    case "preparing":
      return `Not ready: ${missingWords(event)}`;
    case "ready":
    case "completed":
    case "cancelled":
      return null;
    case "in_progress":
      return waitsForIssues(event);
    default:
      return event.status satisfies never;
  }
}

const PART_WORDS = { staff: "staff", kits: "kits", logistics: "logistics", venue: "venue" } as const;

function missingWords({ readiness }: Waiting): string {
  const missing = readiness.filter(({ isMet }) => !isMet).map(({ part }) => PART_WORDS[part]);
  return missing.length === 0
    ? "the last change is being looked at"
    : new Intl.ListFormat("en", { type: "conjunction" }).format(missing);
}

function waitsForIssues({ issues }: Waiting): string | null {
  const open = issues.filter(({ status }) => status === "reported").length;
  if (open === 0) return null;
  return `${open} ${open === 1 ? "issue waits" : "issues wait"} for somebody to take charge`;
}
