import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * The demo agency on an empty database. On the embedded one it is made in a database beside it, which takes its
 * place once it is whole: a seeding that failed or was killed leaves nothing behind, and no start ever drops a
 * database that people have worked in.
 *
 * @typedef {import("./life.mjs").Life} Life
 * @typedef {import("./world.mjs").World} World
 */

const SEED = ["--conditions=react-server", "--import", "tsx", "prisma/seed.ts"];

/**
 * Fills an empty database with the demo agency where that is wanted: by default on the embedded one, with
 * DEMO=1 on a development server's.
 * @param {Life} life
 * @param {World} world its `env.DEMO` then says whether demo data is there
 * @param {string} root
 * @returns {Promise<boolean>} whether demo data is there
 */
export async function ensureDemo(life, world, root) {
  const marker = join(world.dataDir, "demo");
  const { isEmpty } = await import("./database-aside.mjs");
  const isFree = await isEmpty(world.ownerUrl);
  const isWanted = process.env["DEMO"] === "1" || (world.isEmbedded && process.env["DEMO"] !== "0");
  let hasDemo = world.isEmbedded ? !isFree && isMarked(marker) : isWanted;
  if (isWanted && isFree) {
    console.log("Making the demo agency …");
    if (world.isEmbedded) hasDemo = await seedAside(life, world, { root, marker });
    else await seed(life, world.env, root);
  }
  world.env["DEMO"] = hasDemo ? "1" : "0";
  return hasDemo;
}

/** @param {string} marker says that the embedded database began as the demo agency */
function isMarked(marker) {
  return existsSync(marker) && readFileSync(marker, "utf8").trim() === "complete";
}

/**
 * @param {Life} life
 * @param {World} world
 * @param {{ root: string, marker: string }} place
 * @returns {Promise<boolean>} false if somebody began to work in the empty database meanwhile, which then stays
 */
async function seedAside(life, world, { root, marker }) {
  const { writePrivately } = await import("./database.mjs");
  const { migrate } = await import("./migrate.mjs");
  const aside = await world.openAside();
  await migrate(aside.ownerUrl);
  await seed(life, { ...world.env, DATABASE_URL: aside.url, DATABASE_OWNER_URL: aside.ownerUrl }, root);
  // Marked first: an empty database counts as unseeded whatever the marker says.
  writePrivately(marker, "complete\n");
  if (await aside.putInPlace()) return true;
  rmSync(marker);
  console.log("The database was put to use meanwhile: it stays as it is, without the demo agency.");
  return false;
}

/**
 * @param {Life} life
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 */
async function seed(life, env, root) {
  const seeded = await life.node(SEED, {
    cwd: root,
    env: { ...env, DEMO: "1", WORKER: "off" },
    quiet: true,
  });
  if (seeded.code !== 0) throw new Error(`${seeded.output}\nThe demo agency could not be made.`);
}
