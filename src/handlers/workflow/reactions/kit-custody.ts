import type { DomainEvent, EventType } from "@/domain-events/catalog/catalog";
import type { KitWish, Reaction } from "./reaction";

/** The facts of kits in people's hands from which something follows for them. */
export type FollowedCustodyType = (typeof followed)[number];

const followed = ["KIT_RETURNED", "KIT_SWAPPED"] as const satisfies readonly EventType[];

const followedTypes: ReadonlySet<string> = new Set(followed);

export function isCustody(event: DomainEvent): event is DomainEvent<FollowedCustodyType> {
  return followedTypes.has(event.type);
}

/** What came back missing or damaged is reported, and a broken kit is out of use (event-catalogue.md, Routing). */
export function custodyReactions(event: DomainEvent<FollowedCustodyType>): readonly Reaction[] {
  switch (event.type) {
    case "KIT_RETURNED":
      return afterReturn(event.payload);
    case "KIT_SWAPPED": {
      const { kitAssignmentId, kitInstanceId, condition, reason, swappedBy, swappedAt } = event.payload;
      if (condition !== "damaged") return [];
      const said = { words: reason, reportedBy: swappedBy, reportedAt: swappedAt };
      return [report({ kitAssignmentId, kitInstanceId, missing: [], damaged: [], condition, ...said })];
    }
    default:
      return neverType(event);
  }
}

function afterReturn(payload: DomainEvent<"KIT_RETURNED">["payload"]): readonly Reaction[] {
  const {
    kitAssignmentId,
    kitInstanceId,
    missingComponents = [],
    damagedComponents = [],
    condition,
  } = payload;
  if (missingComponents.length === 0 && damagedComponents.length === 0) return [];
  return [
    report({
      kitAssignmentId,
      kitInstanceId,
      missing: missingComponents,
      damaged: damagedComponents,
      condition,
      words: payload.notes ?? "",
      reportedBy: payload.receivedBy,
      reportedAt: payload.returnedAt,
    }),
  ];
}

function report(input: KitWish["input"]): Reaction {
  return {
    step: "report-kit-issue",
    source: "workflow.report-kit-issue",
    wish: { type: "followDamage", input },
  };
}

function neverType(event: never): never {
  throw new Error(`no reaction to ${JSON.stringify(event)}`);
}
