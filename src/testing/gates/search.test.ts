import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromRoot, repositoryFiles } from "./planted-tree";
import {
  bannedWording,
  clockReads,
  foreignLoads,
  namedZodImports,
  spreadInputs,
  unsafeSql,
} from "./text-rules";

interface TextRule {
  readonly name: string;
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly find: (text: string) => readonly string[];
  readonly violations: readonly string[];
  readonly clean: readonly string[];
}

const rules: readonly TextRule[] = [
  {
    name: "zod comes as a namespace",
    where: /^(src|e2e|prisma)\/.*\.(tsx?|mjs)$/,
    find: namedZodImports,
    violations: [
      'import { z } from "zod";',
      'import {\n  z,\n} from "zod";',
      'import z from "zod";',
      'import * as zod from "zod";',
      'import { z } from "zod/mini";',
      'export { z } from "zod";',
    ],
    clean: ['import * as z from "zod";', 'import type * as z from "zod";', 'import { a } from "./zod";'],
  },
  {
    name: "raw SQL is a tagged template",
    where: /^(src|e2e|prisma)\/.*\.(tsx?|mjs)$/,
    find: unsafeSql,
    violations: ['db["$queryRawUnsafe"](text)', "tx.$executeRawUnsafe(text)", "Prisma.raw(name)"],
    clean: ["db.$queryRaw`select 1`", "Prisma.sql`a = 1`"],
  },
  {
    name: "rows are built field by field",
    where: /^src\/.*\.tsx?$/,
    find: spreadInputs,
    violations: [
      "db.kit.create({ data: input })",
      "update({ data: { ...input } })",
      "upsert({ create: input, update: {\n ...input, id } })",
    ],
    clean: ["create({ data: { label: input.label } })", "create({ data: input.rows })", "{ data: inputs }"],
  },
  {
    name: "pure files are told the time",
    where:
      /^src\/(values|handlers\/[^/]+\/(messages|reactions)|domain-events\/(catalog|retention\/policy))\b/,
    find: clockReads,
    violations: ["new Date()", "new Date( )", "Date.now()", "[].map(Date.now)", "const a = Date();"],
    clean: ["new Date(iso)", "Date.UTC(1, 2)", "parseDate()", "at: Date"],
  },
  {
    name: "nothing is loaded from a foreign origin",
    where: /^src\/(app|components)\/.*\.(tsx?|css)$/,
    find: foreignLoads,
    violations: [
      '<script src="https://cdn.example/x.js" />',
      '<img src={"//cdn.example/x.png"} />',
      '<link href="https://fonts.example/a.css" />',
      "src: url(https://fonts.example/a.woff2)",
      '@import "https://fonts.example/a.css";',
      'import { Inter } from "next/font/google";',
      'await import("https://cdn.example/x.js")',
    ],
    clean: [
      '<img src="/photos/1" />',
      '<a href="https://maps.example/?q=1">',
      'xmlns="http://www.w3.org/2000/svg"',
    ],
  },
  {
    name: "people read no banned words",
    where:
      /^src\/(app|components|server\/error-mapping|modules\/.*\/?(decide|policy|inputs)\b|commands\/errors|handlers\/notification\/messages)/,
    find: bannedWording,
    violations: [
      'throw violated("X", "Please pick a date.");',
      "<p>Oops</p>",
      '"The date is invalid."',
      "`${count} saved successfully`",
      '"Booking approved!"',
      "<p>Booking approved!</p>",
      '"Unfortunately the venue is taken."',
      '"You can simply retry."',
    ],
    clean: [
      'code === "invalid"',
      'className="border invalid:border-red-500 !p-0"',
      "// Please note that this is a comment.",
      "if (!a && b !== c) return <p>Pick a date after 1 June.</p>;",
      '"Two people are already on EV-221 until 13:00."',
    ],
  },
];

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith("src/testing/");
const readable = repositoryFiles().filter((path) => !isTest(path));

describe.each(rules)("$name", ({ where, find, violations, clean }) => {
  test("everywhere in the repository", () => {
    const found = readable
      .filter((path) => where.test(path))
      .flatMap((path) => find(readFileSync(fromRoot(path), "utf8")).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  test.each(violations)("is broken by %s", (text) => {
    expect(find(text)).not.toEqual([]);
  });

  test.each(clean)("is kept by %s", (text) => {
    expect(find(text)).toEqual([]);
  });
});
