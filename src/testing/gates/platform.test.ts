import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { atLeast, rangeAccepts } from "./node-range";
import { fromRoot } from "./planted-tree";

const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        engines: z.union([z.record(z.string(), z.string()), z.array(z.string())]).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(fromRoot("package-lock.json"), "utf8")));

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, engines: versions })
  .parse(JSON.parse(readFileSync(fromRoot("package.json"), "utf8")));

const node = "20.19.0";

/** Asks for Node 22 in its manifest and works on 20; only Prisma's local development server loads it. */
const worksOnNode20Anyway = ["node_modules/@prisma/streams-local"];

/** Releases below these are open to known attacks; raising one is a change of this table (S-55). */
const floors = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "better-auth": "1.7.25",
  sharp: "0.35.5",
};

function installed(name: string): readonly string[] {
  return Object.entries(lockfile.packages).flatMap(([path, { version }]) =>
    version && (path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)) ? [version] : [],
  );
}

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version);

describe("the packages", () => {
  test.each(Object.entries(floors))("%s stands at %s or above, wherever it is installed", (name, floor) => {
    expect(installed(name).filter((version) => !atLeast(version, floor))).toEqual([]);
  });

  test("react and react-dom are one version", () => {
    expect(installed("react")).toEqual(installed("react-dom"));
  });

  test("are pinned to exact versions, and the lockfile agrees", () => {
    const pins = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(pins.filter(([, version]) => !isExact(version))).toEqual([]);
    expect(pins.filter(([name, pin]) => lockfile.packages[`node_modules/${name}`]?.version !== pin)).toEqual(
      [],
    );
  });

  test("run on the oldest Node we promise", () => {
    expect(manifest.engines["node"]).toBe(">=20.19");
    const refused = Object.entries(lockfile.packages).filter(([path, { engines }]) => {
      const range = Array.isArray(engines) ? undefined : engines?.["node"];
      return range !== undefined && !worksOnNode20Anyway.includes(path) && !rangeAccepts(range, node);
    });
    expect(refused.map(([path, { engines }]) => [path, engines])).toEqual([]);
  });
});

describe("the checks behind them", () => {
  test.each([
    ["^1.2.3", false],
    ["~1.2.3", false],
    ["*", false],
    ["latest", false],
    ["1.2.3", true],
    ["18.4.0-beta.17", true],
  ])("%s is exact: %s", (version, expected) => {
    expect(isExact(version)).toBe(expected);
  });

  test.each([
    [">=22", false],
    ["^18.0.0 || ^22.0.0", false],
    [">=14 <20", false],
    ["20.9.x", false],
    ["^20.20.0", false],
    ["~20.18.1", false],
    [">20", false],
    ["<=20.18", false],
    [">= 20.19", true],
    ["^20.19.0 || ^22.13.0 || >=24", true],
    [">=18 <=20.x || >=22", true],
    ["20.x", true],
    ["20", true],
    ["*", true],
  ])("Node range %s accepts 20.19.0: %s", (range, expected) => {
    expect(rangeAccepts(range, node)).toBe(expected);
  });

  test("an older release stands below a floor", () => {
    expect(atLeast("16.4.5", "16.4.6")).toBe(false);
    expect(atLeast("16.4.6", "16.4.6")).toBe(true);
    expect(atLeast("17.0.0", "16.4.6")).toBe(true);
  });
});

test("migrations keep the line endings their checksums were made with", () => {
  expect(readFileSync(fromRoot(".gitattributes"), "utf8")).toMatch(/^\*\.sql text eol=lf$/m);
});
