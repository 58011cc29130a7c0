import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, hasStamp } from "./fingerprint.mjs";

const SOURCES = [
  "src",
  "prisma",
  "public",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** Files that cannot change what is served. */
const BESIDE_THE_POINT =
  /^src\/(generated|testing|decisions|launch)\/|\.test\.tsx?$|\.md$|^prisma\/(seed|prisma\.config)\.ts$/;

/**
 * Builds the pages if they were not built from these very sources.
 * @param {string} root
 * @param {(args: string[], options: { env: NodeJS.ProcessEnv, cwd: string, quiet: boolean }) => Promise<{ code: number, output: string }>} node
 * @param {() => void} onBuild called before a build begins
 * @returns {Promise<boolean>} whether anything was built
 */
export async function ensureBuild(root, node, onBuild = () => undefined) {
  const stampFile = join(root, ".next/muster-build");
  const wanted = fingerprint(root, SOURCES, (path) => !BESIDE_THE_POINT.test(path));
  if (hasStamp(stampFile, wanted) && existsSync(join(root, ".next/BUILD_ID"))) return false;
  onBuild();
  rmSync(stampFile, { force: true });
  const built = await node(["node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet: true,
  });
  if (built.code !== 0) throw new Error(`${built.output}\nThe build failed.`);
  writeFileSync(stampFile, `${wanted}\n`);
  return true;
}
