import {
  Check,
  CheckCheck,
  Clock,
  CloudAlert,
  CloudOff,
  CloudUpload,
  Loader,
  Lock,
  Mail,
  MailOpen,
  MailX,
  OctagonPause,
  RotateCw,
  Send,
  SkipForward,
} from "lucide-react";
import { look, type StatusLook } from "./look";

/*
 * The states of deliveries and of messages, in the order of the domain: one map per state machine. A state that is
 * missing here does not compile. Each subject has a file of its own, so that a page brings no other's icons.
 */

export type DeliveryState = "due" | "running" | "done" | "retrying" | "blocked" | "parked" | "skipped";

export const deliveryLooks: Record<DeliveryState, StatusLook> = {
  due: look("Due", "neutral", Clock),
  running: look("Running", "active", Loader),
  done: look("Done", "good", Check),
  retrying: look("Retrying", "caution", RotateCw),
  blocked: look("Blocked by an earlier one", "caution", Lock),
  parked: look("Parked", "problem", OctagonPause),
  skipped: look("Skipped", "neutral", SkipForward),
};

export type MessageState = "queued" | "sent" | "opened" | "acknowledged" | "failed";

export const messageLooks: Record<MessageState, StatusLook> = {
  queued: look("Queued", "neutral", Mail),
  sent: look("Sent", "pending", Send),
  opened: look("Opened", "neutral", MailOpen),
  acknowledged: look("Acknowledged", "good", CheckCheck),
  failed: look("Failed", "problem", MailX),
};

export type OutboxState = "waiting" | "sending" | "needs_attention";

export const outboxLooks: Record<OutboxState, StatusLook> = {
  waiting: look("Waiting", "neutral", CloudOff),
  sending: look("Sending", "active", CloudUpload),
  needs_attention: look("Needs attention", "problem", CloudAlert),
};
