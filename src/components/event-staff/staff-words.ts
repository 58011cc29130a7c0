import { isRecord } from "@/components/form/is-record";
import type { RouterOutputs } from "@/trpc/client";

export type AskedPerson = RouterOutputs["staffing"]["listForEvent"]["slots"][number]["asked"][number];

/** True for whoever is planned, has an offer, or has the shift. */
export function isOpenAnswer({ status }: Pick<AskedPerson, "status">): boolean {
  switch (status) {
    case "created":
    case "offered":
    case "accepted":
    case "checked_in":
    case "checked_out":
    case "no_show":
      return true;
    case "rejected":
    case "expired":
    case "withdrawn":
      return false;
    default:
      return neverStatus(status);
  }
}

function neverStatus(status: never): never {
  throw new Error(`unknown status of a shift: ${String(status)}`);
}

/** "Bo Lind declined: “Away that day.”" */
export function outcomeWords({
  name,
  status,
  answerNote,
  withdrawal,
}: Pick<AskedPerson, "name" | "status" | "answerNote" | "withdrawal">): string {
  if (status === "rejected")
    return answerNote === null ? `${name} declined` : `${name} declined: “${answerNote}”`;
  if (withdrawal === null) return `${name} did not answer in time`;
  const who = withdrawal.initiatedBy === "agent" ? `${name} withdrew` : `Taken back from ${name}`;
  return `${who}: “${withdrawal.reason}”`;
}

/** True where a refused acceptance names only what the agency can answer for with a reason (domain.md rule 26). */
export function canAnswerFor(data: unknown): boolean {
  const misfits = isRecord(data) ? data["misfits"] : undefined;
  if (!Array.isArray(misfits) || misfits.length === 0) return false;
  return misfits.every((misfit) => isRecord(misfit) && misfit["isOverridable"] === true);
}
