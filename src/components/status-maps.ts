import {
  AlarmClock,
  Archive,
  ArchiveRestore,
  ArrowLeftRight,
  BadgeCheck,
  Ban,
  Bookmark,
  Calendar,
  CalendarCheck,
  CalendarClock,
  CalendarSync,
  CalendarX,
  Check,
  CheckCheck,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CirclePlay,
  CircleX,
  ClipboardList,
  Clock,
  ClockAlert,
  CloudAlert,
  CloudOff,
  CloudUpload,
  Copy,
  Eye,
  FilePen,
  Flag,
  FlagTriangleRight,
  Hourglass,
  Inbox,
  ListChecks,
  ListOrdered,
  Loader,
  Lock,
  LogOut,
  type LucideIcon,
  Mail,
  MailOpen,
  MailX,
  MapPin,
  MapPinCheck,
  MapPinOff,
  OctagonAlert,
  OctagonPause,
  Package,
  PackageCheck,
  PackageMinus,
  PackageOpen,
  PackageX,
  Radio,
  Reply,
  RotateCcw,
  RotateCw,
  ScanLine,
  Send,
  ShieldAlert,
  SignalHigh,
  SignalLow,
  SignalMedium,
  SkipForward,
  TimerOff,
  TriangleAlert,
  Undo2,
  UserCheck,
  UserMinus,
  UserPlus,
  UserX,
} from "lucide-react";
import type { Tone } from "@/components/ui/tone";

/** How a state looks wherever it appears: badge, filter, calendar, legend. */
export interface StatusLook {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

function look(label: string, tone: Tone, icon: LucideIcon): StatusLook {
  return { label, tone, icon };
}

/*
 * One map per state machine of the domain, in the order of its states . A state that is missing
 * here does not compile at the first badge that shows it: badges take the keys of these maps.
 */

export type BookingState =
  | "draft"
  | "submitted"
  | "changes_requested"
  | "partially_approved"
  | "approved"
  | "rejected"
  | "cancelled";

const booking: Record<BookingState, StatusLook> = {
  draft: look("Draft", "neutral", FilePen),
  submitted: look("Submitted", "pending", Inbox),
  changes_requested: look("Changes requested", "caution", Reply),
  partially_approved: look("Partly approved", "pending", ListChecks),
  approved: look("Approved", "good", CircleCheck),
  rejected: look("Rejected", "neutral", CircleX),
  cancelled: look("Cancelled", "neutral", Ban),
};

export type BookingFlag = "needs_reapproval" | "approved_with_override";

const bookingFlag: Record<BookingFlag, StatusLook> = {
  needs_reapproval: look("Needs re-approval", "caution", RotateCcw),
  approved_with_override: look("Approved with override", "caution", ShieldAlert),
};

export type BookingDateState = "undecided" | "approved" | "declined" | "proposed";

const bookingDate: Record<BookingDateState, StatusLook> = {
  undecided: look("Undecided", "pending", CircleDashed),
  approved: look("Approved", "good", CalendarCheck),
  declined: look("Declined", "neutral", CalendarX),
  proposed: look("Other time proposed", "caution", CalendarSync),
};

export type EventState =
  | "scheduled"
  | "assigned"
  | "preparing"
  | "ready"
  | "in_progress"
  | "completed"
  | "cancelled";

const event: Record<EventState, StatusLook> = {
  scheduled: look("Scheduled", "neutral", Calendar),
  assigned: look("Manager assigned", "neutral", UserCheck),
  preparing: look("Preparing", "active", ClipboardList),
  ready: look("Ready", "good", BadgeCheck),
  in_progress: look("Running", "active", Radio),
  completed: look("Completed", "good", Flag),
  cancelled: look("Cancelled", "neutral", Ban),
};

export type EventFlag = "on_hold" | "at_risk" | "readiness_lost" | "rescheduled" | "follow_ups_open";

const eventFlag: Record<EventFlag, StatusLook> = {
  on_hold: look("On hold", "caution", CirclePause),
  at_risk: look("At risk", "caution", TriangleAlert),
  readiness_lost: look("Readiness lost", "problem", OctagonAlert),
  rescheduled: look("Rescheduled", "neutral", CalendarClock),
  follow_ups_open: look("Follow-ups open", "caution", FlagTriangleRight),
};

export type TaskState = "open" | "done";

const task: Record<TaskState, StatusLook> = {
  open: look("To do", "neutral", CircleDashed),
  done: look("Done", "good", Check),
};

export type TaskFlag = "overdue" | "reopened";

const taskFlag: Record<TaskFlag, StatusLook> = {
  overdue: look("Overdue", "problem", AlarmClock),
  reopened: look("Reopened", "caution", RotateCcw),
};

export type ActivityState = "planned" | "in_progress" | "completed" | "cancelled";

const activity: Record<ActivityState, StatusLook> = {
  planned: look("Planned", "neutral", CircleDashed),
  in_progress: look("Running", "active", CirclePlay),
  completed: look("Done", "good", Check),
  cancelled: look("Cancelled", "neutral", Ban),
};

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

const shift: Record<ShiftState, StatusLook> = {
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

const shiftFlag: Record<ShiftFlag, StatusLook> = {
  late: look("Late", "caution", ClockAlert),
  position_doubtful: look("Position doubtful", "caution", MapPinOff),
  check_out_assumed: look("Check-out assumed", "caution", Clock),
  next_in_line: look("Next in line", "neutral", ListOrdered),
  standby: look("Standby", "neutral", Hourglass),
};

export type KitAssignmentState =
  | "assigned"
  | "prepared"
  | "checked_out"
  | "partly_returned"
  | "returned"
  | "cancelled";

const kitAssignment: Record<KitAssignmentState, StatusLook> = {
  assigned: look("Reserved", "neutral", Bookmark),
  prepared: look("Prepared", "good", PackageCheck),
  checked_out: look("Out", "active", PackageOpen),
  partly_returned: look("Partly returned", "caution", PackageMinus),
  returned: look("Returned", "good", ArchiveRestore),
  cancelled: look("Cancelled", "neutral", Ban),
};

export type KitFlag = "overdue" | "returned_short" | "differs_from_template" | "on_loan";

const kitFlag: Record<KitFlag, StatusLook> = {
  overdue: look("Overdue", "problem", AlarmClock),
  returned_short: look("Returned short", "caution", PackageX),
  differs_from_template: look("Differs from template", "caution", Copy),
  on_loan: look("On loan", "neutral", ArrowLeftRight),
};

export type KitUnitState =
  | "available"
  | "in_use"
  | "awaiting_inspection"
  | "incomplete"
  | "quarantined"
  | "retired";

const kitUnit: Record<KitUnitState, StatusLook> = {
  available: look("Available", "good", Package),
  in_use: look("In use", "active", PackageOpen),
  awaiting_inspection: look("To inspect", "pending", ScanLine),
  incomplete: look("Incomplete", "caution", PackageMinus),
  quarantined: look("Quarantine", "problem", ShieldAlert),
  retired: look("Retired", "neutral", Archive),
};

export type VenueState = "unconfirmed" | "confirmed";

const venue: Record<VenueState, StatusLook> = {
  unconfirmed: look("Not confirmed", "pending", MapPin),
  confirmed: look("Confirmed", "good", MapPinCheck),
};

export type VenueFlag = "confirmation_revoked";

const venueFlag: Record<VenueFlag, StatusLook> = {
  confirmation_revoked: look("Confirmation revoked", "problem", MapPinOff),
};

export type IssueState = "reported" | "acknowledged" | "resolved";

const issue: Record<IssueState, StatusLook> = {
  reported: look("Open", "problem", CircleAlert),
  acknowledged: look("Acknowledged", "active", Eye),
  resolved: look("Resolved", "good", CircleCheck),
};

export type IssueSeverity = "low" | "medium" | "high" | "critical";

const issueSeverity: Record<IssueSeverity, StatusLook> = {
  low: look("Low", "neutral", SignalLow),
  medium: look("Medium", "neutral", SignalMedium),
  high: look("High", "caution", SignalHigh),
  critical: look("Critical", "problem", OctagonAlert),
};

export type DeliveryState = "due" | "running" | "done" | "retrying" | "blocked" | "parked" | "skipped";

const delivery: Record<DeliveryState, StatusLook> = {
  due: look("Due", "neutral", Clock),
  running: look("Running", "active", Loader),
  done: look("Done", "good", Check),
  retrying: look("Retrying", "caution", RotateCw),
  blocked: look("Blocked by an earlier one", "caution", Lock),
  parked: look("Parked", "problem", OctagonPause),
  skipped: look("Skipped", "neutral", SkipForward),
};

export type MessageState = "queued" | "sent" | "opened" | "acknowledged" | "failed";

const message: Record<MessageState, StatusLook> = {
  queued: look("Queued", "neutral", Mail),
  sent: look("Sent", "pending", Send),
  opened: look("Opened", "neutral", MailOpen),
  acknowledged: look("Acknowledged", "good", CheckCheck),
  failed: look("Failed", "problem", MailX),
};

export type OutboxState = "waiting" | "sending" | "needs_attention";

const outbox: Record<OutboxState, StatusLook> = {
  waiting: look("Waiting", "neutral", CloudOff),
  sending: look("Sending", "active", CloudUpload),
  needs_attention: look("Needs attention", "problem", CloudAlert),
};

/** The states of each machine, by the machine's name. */
export interface MachineStates {
  booking: BookingState;
  bookingFlag: BookingFlag;
  bookingDate: BookingDateState;
  event: EventState;
  eventFlag: EventFlag;
  task: TaskState;
  taskFlag: TaskFlag;
  activity: ActivityState;
  shift: ShiftState;
  shiftFlag: ShiftFlag;
  kitAssignment: KitAssignmentState;
  kitFlag: KitFlag;
  kitUnit: KitUnitState;
  venue: VenueState;
  venueFlag: VenueFlag;
  issue: IssueState;
  issueSeverity: IssueSeverity;
  delivery: DeliveryState;
  message: MessageState;
  outbox: OutboxState;
}

export type StatusMachine = keyof MachineStates;

export type StateOf<Machine extends StatusMachine> = MachineStates[Machine];

type StatusMaps = { [Machine in StatusMachine]: Record<MachineStates[Machine], StatusLook> };

export const statusMaps: StatusMaps = {
  booking,
  bookingFlag,
  bookingDate,
  event,
  eventFlag,
  task,
  taskFlag,
  activity,
  shift,
  shiftFlag,
  kitAssignment,
  kitFlag,
  kitUnit,
  venue,
  venueFlag,
  issue,
  issueSeverity,
  delivery,
  message,
  outbox,
};

/** The look of one state. */
export function statusLook<Machine extends StatusMachine>(
  machine: Machine,
  state: StateOf<Machine>,
): StatusLook {
  const looks: StatusMaps[Machine] = statusMaps[machine];
  return looks[state];
}

/** The states of a machine as options of a filter, in their order. */
export function statusOptions(machine: StatusMachine): { value: string; label: string }[] {
  return Object.entries<StatusLook>(statusMaps[machine]).map(([value, { label }]) => ({ value, label }));
}
