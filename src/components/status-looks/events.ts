import {
  AlarmClock,
  BadgeCheck,
  Ban,
  Calendar,
  CalendarClock,
  Check,
  CircleDashed,
  CirclePause,
  CirclePlay,
  ClipboardList,
  Flag,
  FlagTriangleRight,
  OctagonAlert,
  Radio,
  RotateCcw,
  TriangleAlert,
  UserCheck,
} from "lucide-react";
import { look, type StatusLook } from "./look";

/*
 * The states of events, their tasks and activities, in the order of the domain: one map per state machine. A state that is
 * missing here does not compile. Each subject has a file of its own, so that a page brings no other's icons.
 */

export type EventState =
  | "scheduled"
  | "assigned"
  | "preparing"
  | "ready"
  | "in_progress"
  | "completed"
  | "cancelled";

export const eventLooks: Record<EventState, StatusLook> = {
  scheduled: look("Scheduled", "neutral", Calendar),
  assigned: look("Manager assigned", "neutral", UserCheck),
  preparing: look("Preparing", "active", ClipboardList),
  ready: look("Ready", "good", BadgeCheck),
  in_progress: look("Running", "active", Radio),
  completed: look("Completed", "good", Flag),
  cancelled: look("Cancelled", "neutral", Ban),
};

export type EventFlag = "on_hold" | "at_risk" | "readiness_lost" | "rescheduled" | "follow_ups_open";

export const eventFlagLooks: Record<EventFlag, StatusLook> = {
  on_hold: look("On hold", "caution", CirclePause),
  at_risk: look("At risk", "caution", TriangleAlert),
  readiness_lost: look("Readiness lost", "problem", OctagonAlert),
  rescheduled: look("Rescheduled", "neutral", CalendarClock),
  follow_ups_open: look("Follow-ups open", "caution", FlagTriangleRight),
};

export type TaskState = "open" | "done";

export const taskLooks: Record<TaskState, StatusLook> = {
  open: look("To do", "neutral", CircleDashed),
  done: look("Done", "good", Check),
};

export type TaskFlag = "overdue" | "reopened";

export const taskFlagLooks: Record<TaskFlag, StatusLook> = {
  overdue: look("Overdue", "problem", AlarmClock),
  reopened: look("Reopened", "caution", RotateCcw),
};

export type ActivityState = "planned" | "in_progress" | "completed" | "cancelled";

export const activityLooks: Record<ActivityState, StatusLook> = {
  planned: look("Planned", "neutral", CircleDashed),
  in_progress: look("Running", "active", CirclePlay),
  completed: look("Done", "good", Check),
  cancelled: look("Cancelled", "neutral", Ban),
};
