import type { BookingStatus } from "./inputs";

/** From which states a command may set out (domain.md "States"). One table for `decide` and for abilities. */
export const moves = {
  update: ["draft", "submitted", "changes_requested", "partially_approved", "approved", "rejected"],
  submit: ["draft", "changes_requested", "rejected"],
  approve: ["submitted", "partially_approved"],
  reject: ["submitted"],
  requestChanges: ["submitted"],
  cancel: ["draft", "submitted", "changes_requested", "partially_approved", "approved"],
  duplicate: [
    "draft",
    "submitted",
    "changes_requested",
    "partially_approved",
    "approved",
    "rejected",
    "cancelled",
  ],
} as const satisfies Readonly<Record<string, readonly BookingStatus[]>>;

export type Move = keyof typeof moves;

/** True when the state allows it; a final rejection allows neither an edit nor another submission (rule 13). */
export function canMove(
  move: Move,
  booking: { readonly status: BookingStatus; readonly allowResubmission: boolean | null },
): boolean {
  const from: readonly BookingStatus[] = moves[move];
  if (!from.includes(booking.status)) return false;
  const afterRejection = move === "update" || move === "submit";
  return !(afterRejection && booking.status === "rejected" && booking.allowResubmission !== true);
}
