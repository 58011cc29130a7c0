import { issueTypeWords } from "@/app/admin/events/_components/acts/issue-words";
import type { RouterOutputs } from "@/trpc/client";
import { formatMoment, formatRelative } from "@/values/format-time";

export type Issue = RouterOutputs["issues"]["list"]["items"][number];

/** The kind of an issue; an activity's kinds are the reporter's own words. */
export function kindWords({ issueType }: Pick<Issue, "issueType">): string {
  const words = issueTypeWords(issueType);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What it is about: "EV-221", "Sampling of EV-221", "Bryant Park, EV-221". */
export function aboutWords({ subject, about, event }: Pick<Issue, "subject" | "about" | "event">): string {
  const code = `EV-${event.number}`;
  switch (subject) {
    case "event":
      return code;
    case "activity":
      return `${about ?? "An activity"} of ${code}`;
    case "location":
      return `${about ?? "The venue"}, ${code}`;
    case "kit":
      return `Kit ${about ?? "that is gone"}, ${code}`;
    default:
      return neverSubject(subject);
  }
}

function neverSubject(subject: never): never {
  throw new Error(`unknown subject of an issue: ${String(subject)}`);
}

type Clock = Pick<Issue, "status" | "dueAt" | "escalations">;

/** The clock of an issue in a word or two, and whether its time is over; null when it is resolved. */
export function clockWords(
  { status, dueAt, escalations }: Clock,
  now: string,
): { readonly text: string; readonly isLate: boolean } | null {
  if (status === "resolved") return null;
  const act = status === "reported" ? "Acknowledge" : "Resolve";
  if (dueAt === null) return { text: `${act}: told ${escalations} times`, isLate: true };
  const relative = formatRelative(dueAt, now);
  if (dueAt <= now) return { text: `${act}: was due ${relative}`, isLate: true };
  return { text: `${act} ${relative}`, isLate: escalations > 0 };
}

/** Who hears of it next if nobody acts, and when (ux.md "Issues"); null when it is resolved. */
export function silenceWords(
  { status, dueAt, event }: Clock & Pick<Issue, "event">,
  { now, timeZone }: { readonly now: string; readonly timeZone: string },
): string | null {
  if (status === "resolved") return null;
  const people = event.managerName === null ? "All admins" : `All admins and ${event.managerName}`;
  if (dueAt === null) return `${people} were told three times. Nobody is told again.`;
  if (dueAt <= now) return `${people} are being told now.`;
  return `${people} are told again on ${formatMoment(dueAt, timeZone, now)}.`;
}
