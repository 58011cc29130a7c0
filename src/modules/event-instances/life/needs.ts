/**
 * What one event asks for of staffing or kits: slots that are open and how many of them somebody has; kits, and how
 * many of them are packed, or further, with nothing said against them.
 */
export interface Need {
  readonly needed: number;
  readonly met: number;
  /** What stands against it, in sentences for people; empty where it is only not done yet. */
  readonly against: readonly string[];
  /** The fact that met or broke it last; null while nothing was asked for. */
  readonly evidence: Evidence | null;
}

export interface Evidence {
  readonly factId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface Needs {
  readonly staff: Need;
  readonly kits: Need;
}

/** What an event asks for of a subject that has planned nothing for it: there is no row, so nothing is missing. */
const nothing: Need = { needed: 0, met: 0, against: [], evidence: null };

/** The needs of an event for which neither staff nor kits are planned. */
export const nothingPlanned: Needs = { staff: nothing, kits: nothing };
