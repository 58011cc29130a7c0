import { describe, expect, test } from "vitest";
import { lintPlanted, runTool, withPlanted } from "./planted-tree";

/** Where a violation is planted, what it reads like, the rule that must fire, and the twin that must pass. */
const controls = [
  ["src/modules/kits/decide.ts", "export const at = () => new Date();", "no-restricted-globals"],
  ["src/modules/kits/policy.ts", "export const at = () => globalThis.Date.now();", "no-restricted-globals"],
  ["src/modules/kits/kit.ts", "export const id = () => crypto.randomUUID();", "no-restricted-globals"],
  ["src/modules/kits/inputs.ts", "export const is = () => process.uptime();", "no-restricted-globals"],
  [
    "src/modules/kits/decide/hand-over.ts",
    "export const roll = () => Math.random();",
    "no-restricted-properties",
  ],
  [
    "src/handlers/notification/messages/kits.ts",
    'export const get = () => fetch("/");',
    "no-restricted-globals",
  ],
  ["src/handlers/workflow/reactions/kits.ts", "export const at = () => Date.now();", "no-restricted-globals"],
  ["src/domain-events/catalog/kit.ts", "export const at = () => Date.now();", "no-restricted-globals"],
  ["src/values/hours.ts", "export const now = () => Date.now();", "no-restricted-properties"],
  ["src/server/context.ts", "export const port = process.env.PORT;", "no-restricted-properties"],
  ["src/db/pools.ts", 'export const { DATABASE_URL } = process["env"];', "no-restricted-properties"],
  [
    "src/modules/kits/queries.ts",
    'export const rows = (db) => db.$queryRawUnsafe("");',
    "no-restricted-properties",
  ],
  [
    "src/domain-events/log/append.ts",
    "export const run = ({ $executeRawUnsafe }) => 1;",
    "no-restricted-properties",
  ],
  ["src/app/admin/form.tsx", 'export const see = (form) => form.watch("a");', "no-restricted-properties"],
  [
    "src/components/form/field.tsx",
    "export const all = (form) => form.formState;",
    "no-restricted-properties",
  ],
  [
    "src/components/note.tsx",
    "export const N = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;",
    "no-danger",
  ],
  ["src/components/raw.tsx", 'export const set = (e) => { e.innerHTML = ""; };', "no-restricted-properties"],
  ["src/server/photos/store.ts", 'console.log("kept");', "no-console"],
  ["src/server/requestId.ts", "export const a = 1;", "filename-case"],
  ["src/components/list.tsx", "export const L = (p) => { if (p.a) useState(1); };", "rules-of-hooks"],
  ["src/server/shape.ts", "export const a: any = 1;", "no-explicit-any"],
] as const;

const cleanTwins = {
  "src/modules/kits/decide.ts": "export const at = (now: Date) => now.getTime();",
  "src/modules/kits/decide/hand-over.ts": "export const roll = (a: number) => Math.max(a, 1);",
  "src/modules/kits/store.ts": "export const at = () => new Date();",
  "src/handlers/workflow/workflow.ts": "export const at = () => Date.now();",
  "src/values/hours.ts": "export const parse = (iso: string) => new Date(iso).getTime();",
  "src/env.ts": "export const port = process.env.PORT;",
  "src/launch/start.mjs": "console.log(process.env.PORT);",
  "src/modules/kits/queries.ts": "export const rows = (db) => db.$queryRaw`select 1`;",
  "src/components/note.tsx": "export const Note = (p) => <p>{p.text}</p>;",
  "src/components/list.tsx": "export const List = () => { const [a] = useState(1); return a; };",
  "src/server/request-id.ts": "export const a: unknown = 1;",
  "src/modules/kits/decide.test.ts": "export const at = new Date();",
};

describe("a planted violation is named by its rule", () => {
  const findings = lintPlanted(Object.fromEntries(controls.map(([file, code]) => [file, code])));
  test.each(controls)("%s: %s → %s", (file, _code, rule) => {
    const fired = findings.filter((finding) => finding.file === file).map((finding) => finding.rule);
    expect(fired.some((name) => name.endsWith(`(${rule})`))).toBe(true);
  });
});

test("their clean twins pass", () => {
  expect(lintPlanted(cleanTwins)).toEqual([]);
});

/** Whole tools are started below; on a busy machine that takes a while. */
const toolTimeoutMs = 60_000;

test(
  "a cycle is found through the alias",
  () => {
    const back = 'import { a } from "./first";\nexport const b = () => a;';
    const planted = {
      "src/server/first.ts": 'import { b } from "@/server/second";\nexport const a = () => b;',
    };
    expect(lintPlanted({ ...planted, "src/server/second.ts": back }).map(({ rule }) => rule)).toContain(
      "import(no-cycle)",
    );
    expect(lintPlanted({ ...planted, "src/server/second.ts": "export const b = 1;" })).toEqual([]);
  },
  toolTimeoutMs,
);

test(
  "the formatter refuses a file it would change",
  () => {
    const format = (code: string) =>
      withPlanted({ "src/server/shape.ts": code }, (folder) =>
        runTool(folder, "biome", "format", "--config-path=.biome.json", "--vcs-enabled=false", "src"),
      );
    expect(format("export const a = { b:1 }\n").output).toContain("Formatter would have printed");
    expect(format("export const a = { b: 1 };\n").failed).toBe(false);
  },
  toolTimeoutMs,
);

test(
  "the compiler is strict: implicit any, unchecked index, undefined as absent, unused local",
  () => {
    const compile = (code: string) =>
      withPlanted({ "src/shape.ts": code, "next-env.d.ts": "" }, (folder) =>
        runTool(folder, "tsc", "--noEmit"),
      );
    const loose = compile(
      `export function implicit(a) { return a; }
export const indexed: number = [1][0];
export const absent: { a?: number } = { a: undefined };
export function unused() { const local = 1; }
`,
    );
    for (const code of ["TS7006", "TS2322", "TS2375", "TS6133"]) expect(loose.output).toContain(code);
    expect(compile("export function explicit(a: number) { return a; }\n")).toMatchObject({ failed: false });
  },
  toolTimeoutMs,
);

test(
  "knip reports an unused file, an unused export and an unlisted package",
  () => {
    const used = 'import { used } from "@/server/used";\nimport "unlisted-package";\nused();\n';
    const planted = {
      "src/instrumentation.ts": used,
      "src/server/used.ts": "export const used = () => 1;\nexport const unusedExport = 1;\n",
      "src/server/unused-file.ts": "export const a = 1;\n",
    };
    const report = withPlanted(planted, (folder) => runTool(folder, "knip", "--no-progress"));
    expect(report.failed).toBe(true);
    for (const name of ["src/server/unused-file.ts", "unusedExport", "unlisted-package"]) {
      expect(report.output).toContain(name);
    }
  },
  toolTimeoutMs,
);
