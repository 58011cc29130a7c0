/**
 * Import directions, one entry per folder; later entries replace earlier ones for the files they match, as
 * oxlint overrides do. Change this file, then write `.oxlintrc.json` anew with `write-oxlint-config.ts`.
 */
import { anyModule, type Border } from "./border";
import {
  climbingFromSpecs,
  hashing,
  handlerNames,
  onlyZod,
  prismaPackages,
  rootByAlias,
  zodAndTime,
} from "./floors";
import { catalogOnly, modules, pureCommands, pureHandlers } from "./rule-borders";
import { screens } from "./screen-borders";

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
