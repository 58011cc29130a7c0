import type { KitAssignment, Kits, KittedEvent, Missing } from "@/modules/kits/kits";

/** A kind of kit, and how long before and after its event it is taken (domain.md rule 35). */
export interface TemplateNow {
  readonly id: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly preparationMinutes: number;
  readonly turnaroundMinutes: number;
}

/** An activity as the rules of its kits see it; its row belongs to another subject and is only read. */
export interface ActivityNow {
  readonly id: string;
  readonly eventId: string;
  readonly status: "planned" | "in_progress" | "completed" | "cancelled";
  /** One entry per kit. */
  readonly requiredKitTemplateIds: readonly string[];
}

/** A certain kit's use at some event; those of the past and those called off are none. */
export interface Use {
  readonly kitAssignmentId: string;
  readonly kitInstanceId: string;
  readonly eventId: string;
  readonly eventNumber: number;
  readonly title: string;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly status: KitAssignment["status"];
  /** While it is out. */
  readonly expectedReturn: string | null;
}

/** What a fact has said that a need lacks, while nothing has settled it. */
export interface SaidShortage {
  readonly kitAssignmentId: string;
  readonly missing: readonly Missing[];
  readonly cause: string;
}

/** What `load` brings besides the state, each where its command needs it. */
export interface NeedsOutside {
  readonly templates: readonly TemplateNow[];
  readonly activities: readonly ActivityNow[];
  /** Of the kits in question, at whichever event. */
  readonly uses: readonly Use[];
  readonly said: readonly SaidShortage[];
}

/** What the rules of shortages and bindings look at. */
export interface NeedGrounds {
  readonly state: Pick<Kits, "components" | "stock" | "units">;
  readonly uses: readonly Use[];
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** The template of a need. Throws when `load` did not bring it, which no caller can cause. */
export function templateOf({ templates }: Pick<NeedsOutside, "templates">, id: string): TemplateNow {
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error("the kit template was not loaded");
  return template;
}

export function eventCode({ eventNumber }: Pick<Use, "eventNumber">): string {
  return `EV-${eventNumber}`;
}

/** Nobody has packed it, or nobody has taken it yet: a need that can still be met in another way. */
export function isAhead({ status }: Pick<KitAssignment, "status">): boolean {
  return status === "assigned" || status === "prepared";
}

export function isOut({ status }: Pick<KitAssignment, "status">): boolean {
  return status === "checked_out" || status === "partly_returned";
}

/** Nothing is packed for it any more. */
export function isEnded({ status }: Pick<KittedEvent, "status">): boolean {
  return status === "completed" || status === "cancelled";
}
