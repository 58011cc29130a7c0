import type { AssignmentStatus } from "@/modules/staffing/inputs";

/** How a refusal goes on after "This shift". */
export const shiftWords: Readonly<Record<AssignmentStatus, string>> = {
  created: "was not offered yet",
  offered: "was not accepted yet",
  accepted: "was accepted",
  rejected: "was declined",
  expired: "was not accepted in time",
  withdrawn: "was withdrawn",
  checked_in: "has begun already",
  checked_out: "is over already",
  no_show: "was reported as a no-show",
};
