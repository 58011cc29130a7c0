import type { Activity, EventPart, EventRecord } from "./event-record";

/** The parts of an event's page, what matters now first. */
export function partsInOrder(status: EventRecord["status"]): readonly EventPart[] {
  switch (status) {
    case "scheduled":
    case "assigned":
    case "preparing":
    case "ready":
      return ["venue", "readiness", "checklist", "issues", "activities"];
    case "in_progress":
    case "completed":
    case "cancelled":
      return ["activities", "issues", "venue", "checklist"];
    default:
      return neverStatus(status);
  }
}

function neverStatus(status: never): never {
  throw new Error(`unknown state of an event: ${String(status)}`);
}

/** What a link to a part says: its name and how far it has come. */
export function partLabel(
  part: EventPart,
  event: Pick<EventRecord, "readiness" | "tasks" | "issues">,
  activities: readonly Pick<Activity, "status">[],
): string {
  switch (part) {
    case "venue":
      return "Venue";
    case "readiness":
      return labelOf("Ready", event.readiness, ({ isMet }) => isMet);
    case "checklist":
      return labelOf("Checklist", event.tasks, ({ status }) => status === "done");
    case "activities":
      return labelOf(
        "Activities",
        activities.filter(({ status }) => status !== "cancelled"),
        ({ status }) => status === "completed",
      );
    case "issues": {
      const open = event.issues.filter(({ status }) => status !== "resolved").length;
      return open === 0 ? "Issues" : `Issues ${open}`;
    }
    default:
      return neverPart(part);
  }
}

function labelOf<Item>(name: string, items: readonly Item[], isDone: (item: Item) => boolean): string {
  return items.length === 0 ? name : `${name} ${items.filter(isDone).length}/${items.length}`;
}

function neverPart(part: never): never {
  throw new Error(`unknown part of an event: ${String(part)}`);
}
