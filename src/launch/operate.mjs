import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { live } from "./life.mjs";
import { environmentOfRunning, modeOfOperator, openWorld, takeCharge } from "./world.mjs";

/**
 * Runs one of our own TypeScript programs with a migrated database:
 * `node src/launch/operate.mjs [--scratch] <file> [arguments]`. Without DATABASE_URL that is the embedded one,
 * of the running server or started for as long as the program runs. `--scratch` always gives it an embedded
 * database of its own, thrown away afterwards.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

await live(async (life) => {
  const isScratch = process.argv[2] === "--scratch";
  const [file, ...rest] = process.argv.slice(isScratch ? 3 : 2);
  if (!file) throw new Error("Usage: node src/launch/operate.mjs [--scratch] <file> [arguments]");
  ensureDependencies(ROOT, { dev: false });
  if (isScratch) useScratchFolder(life);
  const env = (await environmentOfRunning()) ?? (await ownEnvironment(life));
  const program = ["--conditions=react-server", "--import", "tsx", join(ROOT, file), ...rest];
  return (await life.node(program, { env, asks: true })).code;
});

/** @param {import("./life.mjs").Life} life */
async function ownEnvironment(life) {
  await takeCharge(life);
  return (await openWorld(life, { root: ROOT, mode: modeOfOperator() })).env;
}

/** @param {import("./life.mjs").Life} life */
function useScratchFolder(life) {
  const folder = mkdtempSync(join(tmpdir(), "muster-scratch-"));
  chmodSync(folder, 0o711);
  life.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  delete process.env["DATABASE_URL"];
  delete process.env["DATABASE_OWNER_URL"];
  delete process.env["DATABASE_DIRECT_URL"];
  process.env["DATA_DIR"] = folder;
}
