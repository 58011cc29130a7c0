import {
  Clock,
  ClockAlert,
  Hourglass,
  ListOrdered,
  LogOut,
  MapPinCheck,
  MapPinOff,
  Send,
  TimerOff,
  Undo2,
  UserCheck,
  UserMinus,
  UserPlus,
  UserX,
} from "lucide-react";
import { look, type StatusLook } from "./look";

/*
 * The states of shifts, in the order of the domain: one map per state machine. A state that is
 * missing here does not compile. Each subject has a file of its own, so that a page brings no other's icons.
 */

export type ShiftState =
  | "created"
  | "offered"
  | "accepted"
  | "rejected"
  | "expired"
  | "withdrawn"
  | "checked_in"
  | "checked_out"
  | "no_show";

export const shiftLooks: Record<ShiftState, StatusLook> = {
  created: look("Planned", "neutral", UserPlus),
  offered: look("Offered", "pending", Send),
  accepted: look("Accepted", "good", UserCheck),
  rejected: look("Declined", "neutral", UserX),
  expired: look("Expired", "neutral", TimerOff),
  withdrawn: look("Withdrawn", "caution", Undo2),
  checked_in: look("Checked in", "active", MapPinCheck),
  checked_out: look("Checked out", "good", LogOut),
  no_show: look("No-show", "problem", UserMinus),
};

export type ShiftFlag = "late" | "position_doubtful" | "check_out_assumed" | "next_in_line" | "standby";

export const shiftFlagLooks: Record<ShiftFlag, StatusLook> = {
  late: look("Late", "caution", ClockAlert),
  position_doubtful: look("Position doubtful", "caution", MapPinOff),
  check_out_assumed: look("Check-out assumed", "caution", Clock),
  next_in_line: look("Next in line", "neutral", ListOrdered),
  standby: look("Standby", "neutral", Hourglass),
};
