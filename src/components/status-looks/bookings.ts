import {
  Ban,
  CalendarCheck,
  CalendarSync,
  CalendarX,
  CircleCheck,
  CircleDashed,
  CircleX,
  FilePen,
  Inbox,
  ListChecks,
  Reply,
  RotateCcw,
  ShieldAlert,
} from "lucide-react";
import { look, type StatusLook } from "./look";

/*
 * The states of bookings and of their dates, in the order of the domain: one map per state machine. A state that is
 * missing here does not compile. Each subject has a file of its own, so that a page brings no other's icons.
 */

export type BookingState =
  | "draft"
  | "submitted"
  | "changes_requested"
  | "partially_approved"
  | "approved"
  | "rejected"
  | "cancelled";

export const bookingLooks: Record<BookingState, StatusLook> = {
  draft: look("Draft", "neutral", FilePen),
  submitted: look("Submitted", "pending", Inbox),
  changes_requested: look("Changes requested", "caution", Reply),
  partially_approved: look("Partly approved", "pending", ListChecks),
  approved: look("Approved", "good", CircleCheck),
  rejected: look("Rejected", "neutral", CircleX),
  cancelled: look("Cancelled", "neutral", Ban),
};

export type BookingFlag = "needs_reapproval" | "approved_with_override";

export const bookingFlagLooks: Record<BookingFlag, StatusLook> = {
  needs_reapproval: look("Needs re-approval", "caution", RotateCcw),
  approved_with_override: look("Approved with override", "caution", ShieldAlert),
};

export type BookingDateState = "undecided" | "approved" | "declined" | "proposed";

export const bookingDateLooks: Record<BookingDateState, StatusLook> = {
  undecided: look("Undecided", "pending", CircleDashed),
  approved: look("Approved", "good", CalendarCheck),
  declined: look("Declined", "neutral", CalendarX),
  proposed: look("Other time proposed", "caution", CalendarSync),
};
