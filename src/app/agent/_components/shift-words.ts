import type { RouterOutputs } from "@/trpc/client";

export type OfferedShift = RouterOutputs["staffing"]["byId"]["shifts"][number];
export type AgentShift = RouterOutputs["staffing"]["myAssignments"]["offers"][number];

/** Where a shift stands, in the calm words of the person whose it is; null while an answer is awaited. */
export function standingWords(
  shift: Pick<AgentShift, "status" | "isFilled" | "isClosed" | "withdrawnReason">,
): string | null {
  const { status, isFilled, isClosed, withdrawnReason } = shift;
  if (status === "withdrawn") {
    return withdrawnReason === null ? "This was taken back." : `This was taken back: “${withdrawnReason}”`;
  }
  if (isClosed && (status === "offered" || status === "expired")) return "This shift is not needed any more.";
  if (isFilled && (status === "offered" || status === "expired")) return "Somebody else has this shift now.";
  if (status === "expired") return "The time to answer is over.";
  if (status === "rejected") return "You declined this shift.";
  if (status === "accepted") return "You are down for this shift.";
  return null;
}
