import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { borders } from "./borders";
import { audiences, floors, handlerNames, type ImportBan, subjects } from "./floors";
import { bansOf, oxlintConfig } from "./oxlint-config";
import { allowedArrows, forbiddenArrows } from "./planted-arrows";
import { fromRoot, lintPlanted } from "./planted-tree";

const importAll = (specifiers: readonly string[]) =>
  specifiers.map(
    (specifier, index) => `import * as planted${index} from "${specifier}";\nvoid planted${index};`,
  );

const importTypes = (specifiers: readonly string[]) =>
  specifiers.map((specifier, index) => `export type { Type${index} } from "${specifier}";`);

const specifiers = [
  "../up",
  "./admin/x",
  "./store",
  "pg",
  "node:fs",
  "@prisma/client",
  "@/commands/run-command",
  "@/server/router",
  "@/modules/bookings/inputs",
  "@/values/venue-time",
  ...floors.flatMap(({ parts }) => parts.map((part) => `@/${part}/x/planted`)),
];

function foldersOf(path: string): readonly string[] {
  const entries = readdirSync(fromRoot(path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

describe("the committed lint configuration", () => {
  test("is the one the borders describe", () => {
    expect(JSON.parse(readFileSync(fromRoot(".oxlintrc.json"), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(oxlintConfig)),
    );
  });

  test("knows every folder of src, every subject, handler and audience", () => {
    const parts: readonly string[] = [...floors.flatMap(({ parts }) => parts), "decisions"];
    expect(foldersOf("src").filter((name) => !parts.includes(name))).toEqual([]);
    const known: Record<string, readonly string[]> = {
      "src/modules": subjects,
      "src/handlers": handlerNames,
      "src/app": [...audiences, "api", "calendar", "photos"],
    };
    for (const [path, names] of Object.entries(known)) {
      const present = foldersOf("src").includes(path.slice(4)) ? foldersOf(path) : [];
      expect(present.filter((name) => !names.includes(name))).toEqual([]);
    }
  });
});

describe("an import that climbs or crosses", () => {
  const findings = lintPlanted(
    Object.fromEntries(forbiddenArrows.map(({ from, to }) => [from, importAll(Object.keys(to)).join("\n")])),
  ).filter(({ rule }) => rule === "eslint(no-restricted-imports)");

  test.each(
    forbiddenArrows.flatMap(({ from, to }) =>
      Object.entries(to).map(([target, sentence]) => [from, target, sentence] as const),
    ),
  )("%s → %s is refused: %s", (from, target, sentence) => {
    const told = findings.filter(({ file, text }) => file === from && text.includes(`'${target}'`));
    expect(told.map(({ text }) => text).join("\n")).toContain(sentence);
  });

  test("every ban of every border has been seen to fire", () => {
    const planted = lintPlanted(Object.fromEntries(borders.flatMap(plantEveryBan)));
    const silent = borders.flatMap((border) =>
      bansOf(border)
        .filter((_, index) => {
          const path = plantedPath(border.files[0] ?? "", index);
          return !planted.some(
            ({ file, text }) => file === path && text.includes(bansOf(border)[index]?.message ?? ""),
          );
        })
        .map(({ message }) => `${border.name}: ${message}`),
    );
    expect(silent).toEqual([]);
  });
});

test("the clean twins of those files pass", () => {
  const files = allowedArrows.map(({ from, to, types = [] }): [string, string] => [
    from,
    [...importAll(to), ...importTypes(types)].join("\n"),
  ]);
  expect(lintPlanted(Object.fromEntries(files))).toEqual([]);
});

/** A path that the glob matches; the index keeps the files of one border apart where the glob leaves room. */
function plantedPath(glob: string, index: number): string {
  return glob
    .replace("**", `planted-${index}.ts`)
    .replace(/\*\.(\w+)$/, `planted-${index}.$1`)
    .replace(/\/\*$/, `/planted-${index}.ts`)
    .replace("/*/", "/workflow/");
}

function plantEveryBan(border: (typeof borders)[number]): [string, string][] {
  const glob = border.files[0] ?? "";
  const samples = bansOf(border).map(sampleOf);
  if (plantedPath(glob, 0) === plantedPath(glob, 1)) return [[glob, importAll(samples).join("\n")]];
  return samples.map((sample, index) => [plantedPath(glob, index), importAll([sample]).join("\n")]);
}

/** A specifier that the ban refuses, found among those that any border could refuse. */
function sampleOf({ regex, message }: ImportBan): string {
  const sample = specifiers.find((specifier) => new RegExp(regex).test(specifier));
  if (!sample) throw new Error(`No planted import for: ${message}`);
  return sample;
}
