import { formatClock, formatSpan } from "@/values/format-time";
import type { CrewMember } from "./crew-record";

type Proof = NonNullable<CrewMember["proof"]>;

/** Where somebody stands, with the times of the venue. */
export function standingWords(member: CrewMember, timeZone: string, now: string): string {
  const clock = (instant: string) => formatClock(instant, timeZone);
  switch (member.presence) {
    case "not_due":
    case "due":
      return `From ${clock(member.startsAt)} to ${clock(member.endsAt)}`;
    case "late":
    case "missing":
      return `Was to be here at ${clock(member.startsAt)}, ${formatSpan(member.startsAt, now)} ago`;
    case "present":
      return `Here since ${clock(member.checkedInAt ?? member.startsAt)}, until ${clock(member.endsAt)}`;
    case "left":
      return leftWords(member, clock);
    case "no_show":
      return `Did not come at ${clock(member.startsAt)}`;
    default:
      return neverPresence(member.presence);
  }
}

function leftWords(
  { checkedInAt, checkedOutAt, hoursWorked, hoursState, startsAt, endsAt }: CrewMember,
  clock: (instant: string) => string,
): string {
  const end = `${clock(checkedOutAt ?? endsAt)}${hoursState === "assumed" ? " assumed" : ""}`;
  const hours = new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(hoursWorked ?? 0);
  return `${clock(checkedInAt ?? startsAt)}–${end}, ${hours} h${hoursState === "approved" ? ", approved" : ""}`;
}

function neverPresence(presence: never): never {
  throw new Error(`unknown presence ${String(presence)}`);
}

const methods: Readonly<Record<NonNullable<Proof["method"]>, string>> = {
  gps: "Checked in by position",
  qrcode: "Checked in by code",
  manager: "Checked in by the manager",
  other: "Checked in another way",
};

/** How the arrival is known; of the position only how far it was from the venue. */
export function methodWords({ method, grade, distanceM }: Proof): string {
  const how = method === null ? "Entered afterwards" : methods[method];
  if (method !== "gps" || distanceM === null) return how;
  return `${how}, ${distanceM} m from the venue${grade === "doubtful" ? ": doubtful" : ""}`;
}

/** Why somebody could not check in by themselves. */
export function doubtWords({ distanceM }: Pick<Proof, "distanceM">): string {
  return distanceM === null
    ? "Their phone gave no position."
    : `Their phone is ${distanceM} m from the venue.`;
}
