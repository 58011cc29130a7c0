import { papersFor } from "@/values/staff-papers";
import { addMinutes, localDate } from "@/values/venue-time";
import type { Blocker, Candidate, Shift, Validity, Warning } from "./shapes";

/** What a person can do and may do on the days of the shift, not today (domain.md rule 23). */

/** How near the end of a paper is worth a look. */
const SOON_DAYS = 14;
const DAY_MINUTES = 1440;

type Credentials = Pick<Candidate, "skills" | "papers">;
type Duty = Pick<Shift, "role" | "startsAt" | "endsAt" | "timeZone">;

interface Days {
  readonly first: string;
  readonly last: string;
}

export function credentialBlockers(candidate: Credentials, shift: Duty): readonly Blocker[] {
  const days = daysOf(shift);
  return [...skillBlockers(candidate, shift, days), ...paperBlockers(candidate, shift, days)];
}

/** Papers that hold on the day and end soon after it. */
export function paperWarnings(candidate: Candidate, shift: Shift): readonly Warning[] {
  const { last } = daysOf(shift);
  const soon = localDate(addMinutes(shift.endsAt, SOON_DAYS * DAY_MINUTES), shift.timeZone);
  return papersFor(shift.role).flatMap((kind) => {
    const until = candidate.papers.find((paper) => paper.kind === kind)?.validUntil ?? null;
    if (until === null || until < last || until > soon) return [];
    return [
      {
        kind: "paper",
        sentence: `${kind} ends on ${until}.`,
        cause: { kind: "paper", paper: kind, validUntil: until },
      },
    ];
  });
}

function skillBlockers({ skills }: Credentials, { role }: Duty, days: Days): readonly Blocker[] {
  const skill = skills.find((known) => isSameRole(known.role, role));
  if (skill && holds(skill, days)) return [];
  const sentence = skill
    ? `Not cleared as ${role} on this day: ${validityWords(skill)}.`
    : `Does not work as ${role}.`;
  return [{ kind: "role", sentence, cause: { kind: "skill", role }, isOverridable: false }];
}

function paperBlockers({ papers }: Credentials, { role }: Duty, days: Days): readonly Blocker[] {
  return papersFor(role).flatMap((kind): readonly Blocker[] => {
    const paper = papers.find((known) => known.kind === kind);
    if (paper && holds(paper, days)) return [];
    const sentence = paper
      ? `${kind} does not hold on this day: ${validityWords(paper)}.`
      : `No ${kind.toLowerCase()} on file.`;
    const cause = { kind: "paper", paper: kind, validUntil: paper?.validUntil ?? null } as const;
    return [{ kind: "paper", sentence, cause, isOverridable: false }];
  });
}

function isSameRole(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The venue's dates that the shift touches; one that ends at midnight does not touch the next. */
function daysOf({ startsAt, endsAt, timeZone }: Duty): Days {
  return {
    first: localDate(startsAt, timeZone),
    last: localDate(addMinutes(endsAt, -1), timeZone),
  };
}

function holds({ validFrom, validUntil }: Validity, { first, last }: Days): boolean {
  return (validFrom === null || validFrom <= first) && (validUntil === null || validUntil >= last);
}

function validityWords({ validFrom, validUntil }: Validity): string {
  if (validFrom === null) return `until ${validUntil}`;
  return validUntil === null ? `from ${validFrom}` : `${validFrom} to ${validUntil}`;
}
