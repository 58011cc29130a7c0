import {
  CircleAlert,
  CircleCheck,
  Eye,
  MapPin,
  MapPinCheck,
  MapPinOff,
  OctagonAlert,
  SignalHigh,
  SignalLow,
  SignalMedium,
} from "lucide-react";
import { look, type StatusLook } from "./look";

/*
 * The states of venues and of issues, in the order of the domain: one map per state machine. A state that is
 * missing here does not compile. Each subject has a file of its own, so that a page brings no other's icons.
 */

export type VenueState = "unconfirmed" | "confirmed";

export const venueLooks: Record<VenueState, StatusLook> = {
  unconfirmed: look("Not confirmed", "pending", MapPin),
  confirmed: look("Confirmed", "good", MapPinCheck),
};

export type VenueFlag = "confirmation_revoked";

export const venueFlagLooks: Record<VenueFlag, StatusLook> = {
  confirmation_revoked: look("Confirmation revoked", "problem", MapPinOff),
};

export type IssueState = "reported" | "acknowledged" | "resolved";

export const issueLooks: Record<IssueState, StatusLook> = {
  reported: look("Open", "problem", CircleAlert),
  acknowledged: look("Acknowledged", "active", Eye),
  resolved: look("Resolved", "good", CircleCheck),
};

export type IssueSeverity = "low" | "medium" | "high" | "critical";

export const issueSeverityLooks: Record<IssueSeverity, StatusLook> = {
  low: look("Low", "neutral", SignalLow),
  medium: look("Medium", "neutral", SignalMedium),
  high: look("High", "caution", SignalHigh),
  critical: look("Critical", "problem", OctagonAlert),
};
