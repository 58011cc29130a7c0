import type { HomedPackage, ImportBan, Part } from "./floors";

/** A folder of which only some may be imported. */
export interface Partly {
  /** Where to look, as a regular expression after `@/`; the whole folder when left out. */
  readonly below?: string;
  /** The names there that stay open. */
  readonly but?: readonly string[];
  /** `import type` stays open. */
  readonly types?: true;
  readonly message: string;
}

export interface Border {
  readonly name: string;
  readonly files: readonly string[];
  /** What may be imported whole; all the rest is banned with its floor's sentence. */
  readonly may: readonly Part[];
  readonly partly?: Partial<Record<Part, readonly Partly[]>>;
  readonly also?: readonly ImportBan[];
  readonly packages?: readonly HomedPackage[];
  /** Replaces the ban on climbing where a tree lies outside the reach of the alias. */
  readonly climbing?: ImportBan;
}

/** Any subject, as a regular expression after `@/`. */
export const anyModule = "modules/[^/]+/";
