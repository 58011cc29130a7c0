import {
  AlarmClock,
  ClipboardList,
  FlagTriangleRight,
  Inbox,
  MapPinOff,
  OctagonAlert,
  UserX,
} from "lucide-react";
import { look, type StatusLook } from "./look";

export type RiskState =
  | "critical_issue"
  | "not_started"
  | "not_completed"
  | "venue_unconfirmed"
  | "tasks_overdue"
  | "no_manager"
  | "decision_overdue";

/** What the radar finds, the worst first. */
export const riskLooks: Record<RiskState, StatusLook> = {
  critical_issue: look("Critical issue", "problem", OctagonAlert),
  not_started: look("Not started", "problem", AlarmClock),
  not_completed: look("Not completed", "caution", FlagTriangleRight),
  venue_unconfirmed: look("Venue open", "problem", MapPinOff),
  tasks_overdue: look("Tasks overdue", "caution", ClipboardList),
  no_manager: look("No manager", "caution", UserX),
  decision_overdue: look("Decision overdue", "caution", Inbox),
};
