/** The five ways a command can be refused. What they mean over HTTP is decided in `server/error-mapping.ts` only. */
export type RefusalCode = "INVALID" | "FORBIDDEN" | "NOT_FOUND" | "RULE_VIOLATED" | "CONFLICT";

export interface RefusalDetails {
  /** A literal name of the broken rule, for screens and tests. */
  readonly rule?: string;
  /** Problems by path of the input, "dates.2.start" → sentence. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What a screen needs to explain the refusal; plain JSON, only what its reader may see. */
  readonly data?: unknown;
}

/** An expected refusal: its message is a sentence for the person who asked. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
  }
}

/** The input itself is wrong; `fields` says where. */
export function invalid(message: string, fields: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal("INVALID", message, { fields });
}

/** The record is known to the actor, the act is not theirs. */
export function forbidden(message = "You may not do this. Ask an admin of the agency."): Refusal {
  return new Refusal("FORBIDDEN", message);
}

/** Missing and invisible records get this same answer. */
export function notFound(what: string): Refusal {
  return new Refusal("NOT_FOUND", `There is no such ${what}.`);
}

/** A rule of the domain says no; `rule` is its literal name in lower_snake_case: "slot_filled". */
export function ruleViolated(rule: Lowercase<string>, message: string, data?: unknown): Refusal {
  return new Refusal("RULE_VIOLATED", message, { rule, ...(data !== undefined && { data }) });
}

/** Somebody else was faster, or the actor looked at an older version. */
export function conflict(message: string, data?: unknown): Refusal {
  return new Refusal("CONFLICT", message, data === undefined ? {} : { data });
}
