import { anyModule, type Border, type Partly } from "./border";
import { type ImportBan, onlyZod, prismaPackages, subjects, zodAndCsv } from "./floors";

const inputsOnly = { below: anyModule, but: ["inputs"] } as const;
export const catalogOnly = {
  but: ["catalog", "routing"],
  message: "Rules know the catalog of facts and its routes, never how the log is kept.",
} as const;
export const pureCommands = {
  below: "commands/run-command$",
  message: "A pure file knows the types and errors of commands; it does not run any.",
} as const;

/** What follows a fact, told everything it needs. */
export const pureHandlers: readonly Border[] = [
  {
    name: "A message",
    files: ["src/handlers/*/messages/**"],
    may: ["commands", "values"],
    partly: { "domain-events": [catalogOnly], commands: [pureCommands] },
    also: [onlyZod],
  },
  {
    name: "A reaction",
    files: ["src/handlers/*/reactions/**"],
    may: ["commands", "values"],
    partly: {
      "domain-events": [catalogOnly],
      commands: [pureCommands],
      modules: [
        { ...inputsOnly, message: "A reaction names commands by the types of their inputs, and no more." },
        {
          below: `${anyModule}inputs(/|$)`,
          types: true,
          message: "A reaction takes input types with `import type`; the handler parses and runs.",
        },
      ],
    },
    also: [onlyZod],
  },
];

/** Files of a subject that touch rows or bind it to the command machinery; every other file is pure. */
export const subjectRowFiles = ["store.ts", "store/**", "queries.ts", "queries/**", "module.ts"] as const;

const siblingRows: ImportBan = {
  regex: "^(\\./|@/modules/[^/]+/)(store|queries|module)(/|$)",
  message: "A rule is told, it does not ask: a pure file imports no store, no query and no module.",
};

function ownSubject(subject: string): Partly {
  return {
    but: [subject],
    message: `The subject ${subject} imports no other subject: it reads their rows by query and hears their facts.`,
  };
}

const anySubject: Border = {
  name: "src/modules",
  files: ["src/modules/**"],
  may: ["commands", "values"],
  partly: { "domain-events": [catalogOnly], commands: [pureCommands] },
  also: [siblingRows, onlyZod],
};

const importReader: Border = {
  ...anySubject,
  name: "The import of bookings",
  files: ["src/modules/bookings/import/**"],
  partly: { ...anySubject.partly, modules: [ownSubject("bookings")] },
  also: [siblingRows, zodAndCsv],
};

/** What may happen. */
export const modules: readonly Border[] = [
  anySubject,
  ...subjects.flatMap((subject): readonly Border[] => [
    {
      ...anySubject,
      name: `A rule of ${subject}`,
      files: [`src/modules/${subject}/**`],
      partly: { ...anySubject.partly, modules: [ownSubject(subject)] },
    },
    {
      name: `A read or write of ${subject}`,
      files: subjectRowFiles.map((file) => `src/modules/${subject}/${file}`),
      may: [
        "commands",
        "db",
        "generated",
        "values",
        ...(subject === "operations" ? ["domain-events" as const] : []),
      ],
      partly: {
        modules: [ownSubject(subject)],
        ...(subject === "operations" ? {} : { "domain-events": [catalogOnly] }),
      },
      also: [prismaPackages],
    },
  ]),
  importReader,
];
