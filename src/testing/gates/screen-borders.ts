import { anyModule, type Border } from "./border";
import { audiences, nodeBuiltins, prismaPackages, rootByAlias, serverTime } from "./floors";

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

const primitives = {
  components: [{ but: ["ui"], message: "Primitives build on primitives only." }],
} as const;

const browserSafe = [prismaPackages, nodeBuiltins, serverTime];

/** What people look at, and the bridge to the server. */
export const screens: readonly Border[] = [
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
    partly: primitives,
    also: browserSafe,
  },
  {
    name: "src/components/ui/page-link.tsx",
    files: ["src/components/ui/page-link.tsx"],
    may: ["values"],
    partly: primitives,
    also: browserSafe,
    packages: ["next/link"],
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
