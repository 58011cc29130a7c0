import { credentialBlockers } from "./fit/credentials";
import type { Blocker, Candidate } from "./fit/shapes";
import { clashesOf, type Stint } from "./fit/stints";

/** What is wrong with a roster, each thing once, with what it stands on. */

export interface Conflict {
  readonly kind: Blocker["kind"] | "unconfirmed";
  readonly assignmentId: string;
  /** For a person who plans. */
  readonly sentence: string;
  /** The shift that it stands in the way of, or that stands in its way. */
  readonly otherEventId: string | null;
}

export interface RosterStint extends Stint {
  readonly personName: string;
  readonly isPersonActive: boolean;
  /** Not over, and in the stretch and among the shifts that are asked about; others count for the rest around it. */
  readonly isAsked: boolean;
  /** Begins within 48 hours. */
  readonly isNear: boolean;
}

/** What somebody can do and may do, by person. */
export type Credentials = ReadonlyMap<string, Pick<Candidate, "skills" | "papers">>;

/** `stints` by start: of two that clash the later one is the one to change. */
export function conflictsOf(stints: readonly RosterStint[], credentials: Credentials): readonly Conflict[] {
  const clashes = clashesOf(stints);
  const found = new Map<string, Conflict>();
  for (const stint of stints) {
    if (!stint.isAsked) continue;
    const own = [
      ...(clashes.get(stint.assignmentId) ?? []).map((blocker) => clash(stint, blocker)),
      ...personal(stint, credentials).map((conflict) => ({ key: keyOf(stint, conflict), conflict })),
    ];
    for (const { key, conflict } of own) {
      found.delete(key);
      found.set(key, conflict);
    }
  }
  return [...found.values()];
}

interface Keyed {
  /** What two shifts say of each other is one conflict. */
  readonly key: string;
  readonly conflict: Conflict;
}

function clash(stint: RosterStint, { kind, sentence, cause }: Blocker): Keyed {
  const { assignmentId, userId } = stint;
  if (cause.kind !== "assignment") {
    return {
      key: `${userId} ${kind} ${sentence}`,
      conflict: { kind, assignmentId, sentence, otherEventId: null },
    };
  }
  const pair = [assignmentId, cause.assignmentId].sort().join(" ");
  return { key: `${kind} ${pair}`, conflict: { kind, assignmentId, sentence, otherEventId: cause.eventId } };
}

function keyOf({ assignmentId }: Stint, { kind, sentence }: Conflict): string {
  return `${assignmentId} ${kind} ${sentence}`;
}

/** What stands against the person alone, whatever else they do. */
function personal(stint: RosterStint, credentials: Credentials): readonly Conflict[] {
  const { assignmentId, userId, status, personName } = stint;
  if (status !== "created" && status !== "offered" && status !== "accepted") return [];
  const of = (kind: Conflict["kind"], sentence: string) => ({
    kind,
    assignmentId,
    sentence,
    otherEventId: null,
  });
  const known = credentials.get(userId) ?? { skills: [], papers: [] };
  return [
    ...credentialBlockers(known, stint).map(({ kind, sentence }) => of(kind, sentence)),
    ...(stint.isPersonActive ? [] : [of("inactive", `${personName} is not active.`)]),
    ...(stint.isNear && status === "offered"
      ? [of("unconfirmed", "Offered and not answered, with less than 48 h left.")]
      : []),
    ...(stint.isNear && status === "created"
      ? [of("unconfirmed", "Planned and told to nobody, with less than 48 h left.")]
      : []),
  ];
}
