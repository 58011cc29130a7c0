import { Ban, CarFront, Clock, FileWarning, Hourglass, Layers, UserX } from "lucide-react";
import { look, type StatusLook } from "@/components/status-looks/look";
import type { RouterOutputs } from "@/trpc/client";

export type ListedConflict = RouterOutputs["staffing"]["conflicts"]["conflicts"][number];
type Kind = ListedConflict["kind"];

export const conflictLooks: Record<Kind, StatusLook> = {
  overlap: look("Two places at once", "problem", Layers),
  travel: look("No time for the way", "problem", CarFront),
  rest: look("Too little rest", "caution", Clock),
  hours: look("Too many hours", "caution", Clock),
  role: look("Not their role", "problem", Ban),
  paper: look("Paper missing", "problem", FileWarning),
  client: look("Not wanted by the client", "problem", Ban),
  availability: look("Not free", "caution", Clock),
  inactive: look("Person not active", "problem", UserX),
  unconfirmed: look("Not confirmed", "caution", Hourglass),
  unfilled: look("Nobody left", "problem", UserX),
};

/** What mends it, for whoever looks at it. */
export function mendWords({ kind }: Pick<ListedConflict, "kind">): string {
  switch (kind) {
    case "overlap":
    case "travel":
    case "rest":
    case "hours":
      return "Take one of the shifts back; the next in rank is asked for it. Or move the event.";
    case "role":
    case "paper":
      return "Bring the record of the person up to date, or take the shift back.";
    case "inactive":
    case "client":
    case "availability":
      return "Take the shift back; the next in rank is asked for it.";
    case "unconfirmed":
      return "Call them, or ask others too: the first to accept has it.";
    case "unfilled":
      return "Ask somebody yourself, change the terms, or move the event.";
    default:
      return neverKind(kind);
  }
}

function neverKind(kind: never): never {
  throw new Error(`unknown conflict ${String(kind)}`);
}

/** Whether the shift itself can still be taken back. */
export function canTakeBack({ kind, shift }: Pick<ListedConflict, "kind" | "shift">): boolean {
  if (shift === null || kind === "unconfirmed") return false;
  return shift.status === "created" || shift.status === "offered" || shift.status === "accepted";
}

/** Whether somebody else can be asked for it as it is. */
export function canAsk({ shift }: Pick<ListedConflict, "shift">): boolean {
  return shift === null || shift.status === "created" || shift.status === "offered";
}
