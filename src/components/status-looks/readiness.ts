import { AlarmClock, Check, CircleDashed, Hourglass, Minus, OctagonAlert } from "lucide-react";
import { look, type StatusLook } from "./look";

export type ReadinessState = "met" | "none" | "waiting" | "open" | "overdue" | "lost";

/** One part of an event's readiness, in the matrix and beside it. */
export const readinessLooks: Record<ReadinessState, StatusLook> = {
  met: look("There", "good", Check),
  none: look("Not asked for", "neutral", Minus),
  waiting: look("Not begun", "neutral", CircleDashed),
  open: look("Open", "pending", Hourglass),
  overdue: look("Overdue", "problem", AlarmClock),
  lost: look("Lost", "problem", OctagonAlert),
};
