/**
 * What every file is told, whatever folder it lives in: the floors of the house, and the sentence a reader
 * meets when an import points the wrong way. `borders.ts` says which floor may use which.
 */

import { allBut } from "./all-but";

/** One `patterns` entry of oxlint's `no-restricted-imports`. */
export interface ImportBan {
  readonly regex: string;
  readonly message: string;
  readonly allowTypeImports?: true;
}

/** What lies below `src/`, gathered into floors, and the reason why only some may import each. */
export const floors = [
  {
    parts: ["app", "components", "trpc"],
    why: "Screens stand on top and belong to one audience; nothing below imports them.",
  },
  {
    parts: ["server", "handlers"],
    why: "The edge and the reactions stand above the rules; screens reach them through @/trpc only.",
  },
  {
    parts: ["modules"],
    why: "Subjects hold the rules; screens get their inputs only, machinery knows none.",
  },
  { parts: ["commands"], why: "Commands are carried out behind the server edge." },
  { parts: ["domain-events"], why: "The log is written by commands and read through queries." },
  { parts: ["db", "generated", "env"], why: "Rows and settings are for stores, queries and the machinery." },
  { parts: ["values"], why: "Plain launch scripts run before anything is built." },
  {
    parts: ["launch", "testing", "instrumentation", "proxy"],
    why: "Scripts, test support and Next's entry files are imported by nothing that is shipped.",
  },
] as const;

export type Part = (typeof floors)[number]["parts"][number];

/** Matches every spelling of these parts: the folder, or the file at the root of `src`. */
export function anyOf(parts: readonly string[]): string {
  return `^@/(${parts.join("|")})(/|$)`;
}

/** Folders of `src/app` that belong to one audience. */
export const audiences = ["admin", "field", "agent", "client", "log", "(auth)"] as const;

/** Folders of `src/modules`: the subjects, named as everywhere else. */
export const subjects = [
  "bookings",
  "event-instances",
  "activities",
  "staffing",
  "kits",
  "locations",
  "directory",
  "operations",
] as const;

/** Folders of `src/handlers`, one handler each. */
export const handlerNames = ["notification", "workflow", "reporting"] as const;

export const climbing: ImportBan = {
  regex: "(^|/)\\.\\.(/|$)",
  message: "Write ./sibling or @/…: one spelling per target is what makes the other borders tight.",
};

/** Specs stand one folder below their fixtures, outside the reach of the alias. */
export const climbingFromSpecs: ImportBan = {
  ...climbing,
  regex: `^\\.\\./${allBut(["fixtures"])}|.\\.\\./`,
};

export const rootByAlias: ImportBan = {
  regex: "^\\./[^/]+/",
  message: "A file at the root of a tree names folders with @/, so that the borders see them.",
};

export const prismaPackages: ImportBan = {
  regex: "^@prisma/",
  message: "Prisma's packages are wired up in src/db; take types and helpers from @/generated.",
};

export const nodeBuiltins: ImportBan = {
  regex: "^node:",
  message: "Screens run in browsers: no Node built-ins here.",
};

/** What any file may import: zod, siblings, and whatever the borders leave open below the alias. */
const own = ["zod", ".", "@"];

export const onlyZod: ImportBan = {
  regex: `^${allBut(own)}`,
  message: "A pure file imports zod, its own siblings and our own types, and no other package.",
};

export const zodAndCsv: ImportBan = {
  regex: `^${allBut([...own, "papaparse"])}`,
  message: "Reading an imported file takes zod, papaparse and our own pure files, and no other package.",
};

export const hashing: ImportBan = {
  regex: `^${allBut([...own, "node:crypto"])}`,
  message:
    "Derived ids are hashes: this value imports node:crypto and its own siblings, and no other package.",
};

export const serverTime: ImportBan = {
  regex: "^@/values/(venue-time|recurrence|derived-id)$",
  message: "Heavy or server-only values stay off phones: ask a procedure, or format with Intl.",
  allowTypeImports: true,
};

export const zodAndTime: ImportBan = {
  regex: `^${allBut([...own, "temporal-polyfill", "rrule-temporal"])}`,
  message: "A value imports zod, the time libraries and its own siblings, and no other package.",
};

/** Single packages with one home each, as oxlint `paths`. */
export const packageHomes = {
  pg: "Connections are opened in src/db, src/domain-events and src/launch only.",
  "temporal-polyfill": "Zoned time is worked out in src/values only.",
  "rrule-temporal": "Recurrence is expanded in src/values only.",
  "next/link": "Links are PageLink of components/ui: it tells when a page is slow in coming.",
  "node:process": "Use the global process where the environment may be read.",
} as const;

export type HomedPackage = keyof typeof packageHomes;
