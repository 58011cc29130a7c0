/**
 * Import directions, one entry per folder; later entries replace earlier ones for the files they match, as
 * oxlint overrides do. Change this file, then write `.oxlintrc.json` anew with `write-oxlint-config.ts`.
 */
import {
  audiences,
  climbingFromSpecs,
  hashing,
  handlerNames,
  type HomedPackage,
  type ImportBan,
  nodeBuiltins,
  onlyZod,
  type Part,
  prismaPackages,
  rootByAlias,
  serverTime,
  subjects,
  zodAndCsv,
  zodAndTime,
} from "./floors";

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

const anyModule = "modules/[^/]+/";

const screenParts = {
  modules: [
    {
      below: anyModule,
      but: ["inputs"],
      message: "Screens take a subject's inputs and nothing else: rules, reads and rows stay behind @/trpc.",
    },
  ],
  "domain-events": [
    {
      but: ["catalog"],
      message: "Screens take the catalog of facts and nothing else of the log.",
    },
  ],
} as const;

const inputsOnly = { below: anyModule, but: ["inputs"] } as const;
const catalogOnly = {
  but: ["catalog", "routing"],
  message: "Rules know the catalog of facts and its routes, never how the log is kept.",
} as const;
const pureCommands = {
  below: "commands/run-command$",
  message: "A pure file knows the types and errors of commands; it does not run any.",
} as const;
const browserSafe = [prismaPackages, nodeBuiltins, serverTime];

const screens: readonly Border[] = [
  {
    name: "src/app",
    files: ["src/app/**"],
    may: ["components", "trpc", "values"],
    partly: screenParts,
    also: [
      ...browserSafe,
      {
        regex: `^\\./(${audiences.slice(0, -1).join("|")}|\\(auth\\))/`,
        message: "What every page shares imports no audience.",
      },
    ],
  },
  ...audiences.map(
    (audience): Border => ({
      name: `src/app/${audience}`,
      files: [`src/app/${audience}/**`],
      may: ["components", "trpc", "values"],
      partly: {
        ...screenParts,
        app: [
          {
            but: [audience, "fonts", "mono-font"],
            message: `The ${audience} screens import no other audience: what two of them show lives in @/components.`,
          },
        ],
      },
      also: browserSafe,
    }),
  ),
  {
    name: "A door of the server",
    files: ["src/app/api/**", "src/app/**/route.ts", "src/proxy.ts", "src/instrumentation.ts"],
    may: ["server", "values"],
    also: [prismaPackages, rootByAlias],
  },
  {
    name: "src/components",
    files: ["src/components/**"],
    may: ["components", "trpc", "values"],
    partly: screenParts,
    also: browserSafe,
  },
  {
    name: "src/components/ui",
    files: ["src/components/ui/**"],
    may: ["values"],
    partly: {
      components: [{ but: ["ui"], message: "Primitives build on primitives only." }],
    },
    also: browserSafe,
  },
  {
    name: "src/trpc",
    files: ["src/trpc/**"],
    may: ["trpc", "values"],
    partly: {
      ...screenParts,
      server: [
        {
          but: ["router"],
          message: "The bridge knows the type of the router; only trpc/server.tsx calls the server.",
        },
        {
          below: "server/router$",
          types: true,
          message: "The bridge takes the router's type with `import type`: a value would ship the server.",
        },
      ],
    },
    also: browserSafe,
  },
  {
    name: "src/trpc/server.tsx",
    files: ["src/trpc/server.tsx"],
    may: ["trpc", "server", "values"],
    partly: screenParts,
    also: [prismaPackages],
  },
];

const edge: readonly Border[] = [
  {
    name: "src/server",
    files: ["src/server/**"],
    may: ["server", "handlers", "modules", "commands", "domain-events", "db", "generated", "values", "env"],
    also: [prismaPackages],
  },
  {
    name: "src/server/routers",
    files: ["src/server/routers/**"],
    may: ["server", "commands", "domain-events", "values"],
    partly: {
      modules: [
        {
          below: anyModule,
          but: ["module", "inputs", "queries"],
          message: "A router is a table of contents: it names a module, its inputs and its queries, no rule.",
        },
      ],
      db: [{ types: true, message: "A router touches no rows: write a query or a command." }],
      handlers: [
        {
          below: "handlers/[^/]+/",
          but: ["queries"],
          message: "A router reads what a handler wrote through its queries, and runs none.",
        },
      ],
    },
    also: [prismaPackages],
  },
  {
    name: "src/handlers",
    files: ["src/handlers/*"],
    may: ["handlers", "commands", "domain-events", "db", "values", "env"],
    also: [prismaPackages],
  },
  ...handlerNames.map(
    (handler): Border => ({
      name: `src/handlers/${handler}`,
      files: [`src/handlers/${handler}/**`],
      may: ["commands", "domain-events", "db", "generated", "values", "env"],
      partly: {
        handlers: [{ but: [handler], message: `The ${handler} handler knows no other handler.` }],
        modules: [
          {
            below: anyModule,
            but: ["module", "inputs", "queries"],
            message:
              "A handler issues a subject's commands or asks its queries; the rest is the subject's own.",
          },
        ],
      },
      also: [prismaPackages],
    }),
  ),
];

const pureHandlers: readonly Border[] = [
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

const modules: readonly Border[] = [
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

const machinery: readonly Border[] = [
  {
    name: "src/commands",
    files: ["src/commands/**"],
    may: ["commands", "domain-events", "db", "generated", "values", "env"],
    also: [prismaPackages],
  },
  {
    name: "The types of commands",
    files: ["src/commands/decider.ts", "src/commands/errors.ts", "src/commands/actor.ts"],
    may: ["values"],
    partly: {
      commands: [pureCommands],
      "domain-events": [catalogOnly],
      db: [
        { types: true, message: "Rules import this file, so it may name database types but load no code." },
      ],
    },
    also: [onlyZod],
  },
  {
    name: "src/domain-events",
    files: ["src/domain-events/**"],
    may: ["domain-events", "db", "generated", "values", "env"],
    also: [prismaPackages],
    packages: ["pg"],
  },
  {
    name: "The catalog of facts",
    files: [
      "src/domain-events/catalog/**",
      "src/domain-events/routing.ts",
      "src/domain-events/retention/policy.ts",
    ],
    may: ["values"],
    partly: { "domain-events": [catalogOnly] },
    also: [onlyZod],
  },
  {
    name: "src/db",
    files: ["src/db/**"],
    may: ["db", "generated", "values", "env"],
    packages: ["pg"],
  },
  { name: "src/values", files: ["src/values/**"], may: ["values"], also: [zodAndTime] },
  {
    name: "src/values/derived-id.ts",
    files: ["src/values/derived-id.ts"],
    may: ["values"],
    also: [hashing],
  },
  { name: "src/env.ts", files: ["src/env.ts"], may: ["values"], also: [prismaPackages, rootByAlias] },
];

const outside: readonly Border[] = [
  {
    name: "src/launch",
    files: ["src/launch/*.ts"],
    may: ["launch", "server", "db", "values", "env"],
    also: [prismaPackages],
    packages: ["pg"],
  },
  {
    name: "A benchmark or the soak",
    files: ["src/launch/bench-*.ts", "src/launch/soak.ts"],
    may: ["launch", "server", "db", "values", "env", "testing"],
    also: [prismaPackages],
    packages: ["pg"],
  },
  {
    name: "A plain launch script",
    files: ["src/launch/*.mjs"],
    may: [],
    also: [prismaPackages],
    packages: ["pg", "node:process"],
  },
  { name: "prisma", files: ["prisma/**"], may: ["server", "values"], packages: ["pg"] },
  {
    name: "e2e",
    files: ["e2e/**"],
    may: ["server", "values"],
    also: [prismaPackages],
    climbing: climbingFromSpecs,
    packages: ["pg"],
  },
];

export const borders: readonly Border[] = [
  ...screens,
  ...edge,
  ...pureHandlers,
  ...modules,
  ...machinery,
  ...outside,
];
