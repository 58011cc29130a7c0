import { derivedId } from "@/values/derived-id";
import type { Slot, Staffing } from "./staffing";

/**
 * The id of the next assignment of this person to this slot. It follows from both and from how often they met, so
 * that the fact of a new assignment, which names no slot, still says which one it is for.
 */
export function nextAssignmentId(
  { assignments }: Pick<Staffing, "assignments">,
  slotId: string,
  userId: string,
): string {
  const earlier = assignments.filter((one) => one.slotId === slotId && one.userId === userId).length;
  return derivedId(slotId, `assignment:${userId}:${earlier}`);
}

/** The slot whose next assignment of this person would bear this id. */
export function slotOfNewAssignment(
  state: Pick<Staffing, "assignments" | "slots">,
  { assignmentId, userId }: { readonly assignmentId: string; readonly userId: string },
): Slot {
  const slot = state.slots.find(({ id }) => nextAssignmentId(state, id, userId) === assignmentId);
  if (!slot) throw new Error("the assignment belongs to no slot that was loaded");
  return slot;
}
