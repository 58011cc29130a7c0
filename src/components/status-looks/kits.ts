import {
  AlarmClock,
  Archive,
  ArchiveRestore,
  ArrowLeftRight,
  Ban,
  Bookmark,
  Copy,
  Package,
  PackageCheck,
  PackageMinus,
  PackageOpen,
  PackageX,
  ScanLine,
  ShieldAlert,
} from "lucide-react";
import { look, type StatusLook } from "./look";

/*
 * The states of kits, in the order of the domain: one map per state machine. A state that is
 * missing here does not compile. Each subject has a file of its own, so that a page brings no other's icons.
 */

export type KitAssignmentState =
  | "assigned"
  | "prepared"
  | "checked_out"
  | "partly_returned"
  | "returned"
  | "cancelled";

export const kitAssignmentLooks: Record<KitAssignmentState, StatusLook> = {
  assigned: look("Reserved", "neutral", Bookmark),
  prepared: look("Prepared", "good", PackageCheck),
  checked_out: look("Out", "active", PackageOpen),
  partly_returned: look("Partly returned", "caution", PackageMinus),
  returned: look("Returned", "good", ArchiveRestore),
  cancelled: look("Cancelled", "neutral", Ban),
};

export type KitFlag = "overdue" | "returned_short" | "differs_from_template" | "on_loan";

export const kitFlagLooks: Record<KitFlag, StatusLook> = {
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

export const kitUnitLooks: Record<KitUnitState, StatusLook> = {
  available: look("Available", "good", Package),
  in_use: look("In use", "active", PackageOpen),
  awaiting_inspection: look("To inspect", "pending", ScanLine),
  incomplete: look("Incomplete", "caution", PackageMinus),
  quarantined: look("Quarantine", "problem", ShieldAlert),
  retired: look("Retired", "neutral", Archive),
};
