import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint, hasStamp } from "./fingerprint.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Makes the Prisma client in `src/generated`, unless it is there for these very models.
 * @param {string} [root]
 * @returns {boolean} whether anything was made
 * @throws with Prisma's output if the models are not valid
 */
export function generate(root = ROOT) {
  const stampFile = join(root, "src/generated/made-from");
  const { version } = createRequire(import.meta.url)("prisma/package.json");
  const models = fingerprint(
    root,
    ["prisma"],
    (path) => path.endsWith(".prisma") || path.endsWith(".config.ts"),
  );
  const wanted = `${models} ${version}`;
  if (hasStamp(stampFile, wanted) && existsSync(join(root, "src/generated/prisma/client.ts"))) return false;
  rmSync(stampFile, { force: true });
  const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build/index.js");
  const made = spawnSync(process.execPath, [cli, "generate", "--config", "prisma/prisma.config.ts"], {
    cwd: root,
    encoding: "utf8",
    // Generating never runs the schema engine, yet insists on finding one; any program will do.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (made.status !== 0) throw new Error(`prisma generate failed:\n${made.stdout}${made.stderr}`);
  writeFileSync(stampFile, `${wanted}\n`);
  return true;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(generate() ? "Made the Prisma client." : "The Prisma client is up to date.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
