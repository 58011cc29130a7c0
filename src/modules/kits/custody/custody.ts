import type { PhotoNow } from "@/commands/photos/usable";
import { type KitAssignment, type Kits, kitAssignmentOf, type Unit, unitOf } from "@/modules/kits/kits";

/** Somebody whom a command names, or who has a kit; their row belongs to another subject and is only read. */
export interface KitPerson {
  readonly id: string;
  readonly name: string;
  readonly role: "admin" | "manager" | "agent" | "client";
  readonly active: boolean;
}

/** A problem with a kit that was reported; its row is kept from facts (decision 0018). */
export interface KitIssue {
  readonly id: string;
  readonly kitAssignmentId: string;
  readonly kitInstanceId: string;
  readonly status: "reported" | "acknowledged" | "resolved";
}

/**
 * What one command about a kit in people's hands decides about. Of the kits in question it knows every need that they
 * are bound to and that is not over.
 */
export interface KitCustody extends Kits {
  readonly people: readonly KitPerson[];
  /** Who has a shift that they took, at which of the activities in question. */
  readonly crew: readonly { readonly activityId: string; readonly userId: string }[];
  /** The one that the command names. */
  readonly issue: KitIssue | null;
}

export interface CustodyOutside {
  /** Those of the photos that a command names that there are. */
  readonly photos: readonly PhotoNow[];
  /** Of `followDamage`: whether this was reported already, and the photos that were added with what it follows from. */
  readonly followed: { readonly isReported: boolean; readonly photoUrls: readonly string[] };
}

/** The kit that a need is bound to; null while none is. */
export function boundUnit(state: KitCustody, { kitInstanceId }: KitAssignment): Unit | null {
  return kitInstanceId === null ? null : unitOf(state, kitInstanceId);
}

/** The need that a command is about; for an issue the one that it was reported for. */
export function needOf(
  state: KitCustody,
  command: { readonly kitAssignmentId: string } | { readonly issueId: string },
): KitAssignment {
  if ("kitAssignmentId" in command) return kitAssignmentOf(state, command.kitAssignmentId);
  if (state.issue === null) throw new Error("the issue was not loaded");
  return kitAssignmentOf(state, state.issue.kitAssignmentId);
}

/** "Mia Manager", or words for somebody who is gone. */
export function nameOf({ people }: Pick<KitCustody, "people">, id: string | null): string {
  return people.find((person) => person.id === id)?.name ?? "somebody who left";
}
