import { CircleCheck, Clock, Hourglass, UserMinus, UserPen } from "lucide-react";
import { look, type StatusLook } from "./look";

/** How the hours of a shift stand; `open` has none yet. */
export type HoursStanding = "open" | "no_show" | "assumed" | "recorded" | "approved";

export const hoursLooks: Record<HoursStanding, StatusLook> = {
  open: look("No hours yet", "neutral", Hourglass),
  no_show: look("No-show", "problem", UserMinus),
  assumed: look("Assumed", "caution", Clock),
  recorded: look("To approve", "pending", UserPen),
  approved: look("Approved", "good", CircleCheck),
};
