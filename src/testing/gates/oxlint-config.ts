/** Turns the borders into the configuration that `.oxlintrc.json` holds. */
import { allBut } from "./all-but";
import type { Border, Partly } from "./border";
import { borders } from "./borders";
import {
  climbing,
  floors,
  hashing,
  anyOf,
  type HomedPackage,
  type ImportBan,
  onlyZod,
  type Part,
  packageHomes,
  prismaPackages,
  zodAndCsv,
  zodAndTime,
} from "./floors";
import { subjectRowFiles } from "./rule-borders";

const everyPackage = Object.keys(packageHomes) as readonly HomedPackage[];

const testFiles = ["**/*.test.ts", "**/*.test.tsx", "src/testing/**"];

const pureFiles = [
  "src/modules/**",
  "src/handlers/*/messages/**",
  "src/handlers/*/reactions/**",
  "src/domain-events/catalog/**",
  "src/domain-events/routing.ts",
];
const notPure = [...testFiles, ...subjectRowFiles.map((file) => `src/modules/*/${file}`)];

const environmentReaders = [
  "src/env.ts",
  "src/launch/**",
  "src/instrumentation.ts",
  // Only NODE_ENV, which the build writes into it: no environment is read at run time.
  "src/proxy.ts",
  "next.config.js",
  "prisma/prisma.config.ts",
  "e2e/**",
  ...testFiles,
];

/** Globals through which clock, chance, network and machine would leak into a rule. */
const impureGlobals = [
  "process",
  "fetch",
  "crypto",
  "performance",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "XMLHttpRequest",
  "WebSocket",
  "localStorage",
  "indexedDB",
  "navigator",
];

const rawSql = ["$queryRawUnsafe", "$executeRawUnsafe"].map((property) => ({
  property,
  message: "Write raw SQL as a tagged template, so that every value is a parameter.",
}));
const environment = { object: "process", property: "env", message: "Only src/env.ts reads the environment." };
const chance = { object: "Math", property: "random", message: "Chance is an argument, not a call." };
const clock = { object: "Date", property: "now", message: "Time is an argument, not a call." };
const staleForms = ["watch", "formState"].map((property) => ({
  property,
  message: "Goes stale under the React compiler: use useWatch and useFormState.",
}));
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
  property,
  message: "Text is text: render it through React.",
}));

function partialBan(name: Part, { below, but, types, message }: Partly): ImportBan {
  const regex = but ? `^@/${below ?? `${name}/`}${allBut(but)}` : `^@/${below ?? `${name}/`}`;
  return { regex, message, ...(types && { allowTypeImports: true }) };
}

/** Every ban of a border: climbing, one sentence per closed floor, and what the border adds. */
export function bansOf(border: Border): readonly ImportBan[] {
  const partly = border.partly ?? {};
  const open: readonly Part[] = [...border.may, ...(Object.keys(partly) as Part[])];
  const closed = floors.flatMap(({ parts, why }): readonly ImportBan[] => {
    const banned = (parts as readonly Part[]).filter((part) => !open.includes(part));
    if (banned.length === 0) return [];
    const names = banned.map((part) => `@/${part}`).join(", ");
    return [{ regex: anyOf(banned), message: `${border.name} may not import ${names}. ${why}` }];
  });
  const partial = (Object.keys(partly) as Part[]).flatMap((name) =>
    (partly[name] ?? []).map((part) => partialBan(name, part)),
  );
  return [border.climbing ?? climbing, ...closed, ...partial, ...(border.also ?? [])];
}

function importRule(bans: readonly ImportBan[], allowed: readonly HomedPackage[]) {
  const paths = everyPackage
    .filter((name) => !allowed.includes(name))
    .map((name) => ({ name, message: packageHomes[name] }));
  return ["error", { ...(paths.length > 0 && { paths }), patterns: bans }];
}

const globalsRule = (names: readonly string[]) => [
  "error",
  {
    globals: names.map((name) => ({ name, message: "A pure file is told what it needs as an argument." })),
    checkGlobalObject: true,
  },
];

const packageLists: readonly ImportBan[] = [onlyZod, zodAndCsv, zodAndTime, hashing];

/** Files that may import hardly any package are told so by a pattern; naming single packages adds nothing. */
function overrideOf(border: Border) {
  const bans = bansOf(border);
  const namesPackages = bans.some((ban) => packageLists.includes(ban));
  const allowed = namesPackages ? everyPackage : (border.packages ?? []);
  return { files: border.files, rules: { "no-restricted-imports": importRule(bans, allowed) } };
}

const shippedBase = [climbing, prismaPackages];

const rules = {
  "no-restricted-imports": importRule(shippedBase, ["node:process"]),
  "no-restricted-properties": ["error", ...rawSql, environment],
  "no-console": "error",
  "import/no-cycle": "error",
  "unicorn/filename-case": ["error", { case: "kebabCase" }],
  "react/rules-of-hooks": "error",
  "react/no-danger": "error",
  // Input schemas refuse control characters, and name them to do so.
  "no-control-regex": "off",
  "typescript/no-explicit-any": "error",
};

const ruleOverrides = [
  {
    files: ["src/app/**", "src/components/**"],
    rules: {
      "no-restricted-properties": ["error", ...rawSql, environment, ...staleForms, ...markup],
    },
  },
  {
    files: pureFiles,
    excludeFiles: notPure,
    rules: {
      "no-restricted-globals": globalsRule(["Date", ...impureGlobals]),
      "no-restricted-properties": ["error", ...rawSql, environment, chance],
    },
  },
  {
    files: ["src/values/**"],
    excludeFiles: testFiles,
    rules: {
      "no-restricted-globals": globalsRule(impureGlobals),
      "no-restricted-properties": ["error", ...rawSql, environment, chance, clock],
    },
  },
  { files: environmentReaders, rules: { "no-restricted-properties": ["error", ...rawSql] } },
  { files: ["src/launch/**", "prisma/**", "e2e/**"], rules: { "no-console": "off" } },
  {
    files: testFiles,
    rules: { "no-restricted-imports": importRule([climbing], everyPackage) },
  },
];

/** The whole configuration, as plain data. */
export const oxlintConfig = {
  $schema: "./node_modules/oxlint/configuration_schema.json",
  plugins: ["eslint", "typescript", "unicorn", "oxc", "react", "import"],
  categories: { correctness: "error" },
  env: { builtin: true, browser: true, node: true },
  ignorePatterns: ["src/generated/**", ".next/**", "next-env.d.ts", "e2e/results/**", "public/**"],
  rules,
  overrides: [...borders.map(overrideOf), ...ruleOverrides],
};
