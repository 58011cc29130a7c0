import { createDatabase, createExtensions, withClient } from "./roles.mjs";

/**
 * A database that is filled beside the real one and takes its place once it is whole.
 *
 * @typedef {object} Aside
 * @property {string} url as `muster_app`
 * @property {string} ownerUrl as `muster_owner`
 * @property {() => Promise<boolean>} putInPlace makes it the database, if that is empty and nobody uses it;
 * false otherwise, and the database aside is gone then
 *
 * @typedef {{ superuserUrl: string, ownerUrl: string, url: string }} Addresses
 */

const ASIDE = "muster_aside";
const REPLACED = "muster_replaced";

/** What Postgres answers when a database that is to be renamed is in use. */
const OBJECT_IN_USE = "55006";

/**
 * An empty database, in place of one that an interrupted start left there.
 * @param {{ name: string, maintenanceUrl: string, addressesOf: (name: string) => Addresses }} target whose place
 * it is to take
 * @returns {Promise<Aside>}
 */
export async function openAside({ name, maintenanceUrl, addressesOf }) {
  const { superuserUrl, ownerUrl, url } = addressesOf(ASIDE);
  await withClient(maintenanceUrl, async (superuser) => {
    await superuser.query(`DROP DATABASE IF EXISTS ${ASIDE} WITH (FORCE)`);
    await createDatabase(superuser, ASIDE);
  });
  await createExtensions(superuserUrl);
  const replacedUrl = addressesOf(REPLACED).superuserUrl;
  return {
    url,
    ownerUrl,
    putInPlace: () =>
      withClient(maintenanceUrl, async (superuser) => {
        const isPlaced = await takePlace(superuser, name, replacedUrl);
        await superuser.query(`DROP DATABASE ${isPlaced ? REPLACED : ASIDE}`);
        return isPlaced;
      }),
  };
}

/**
 * The replaced database is looked at under its new name, which nobody else knows: what it holds is then final.
 * @param {import("pg").Client} superuser
 * @param {string} name
 * @param {string} replacedUrl
 * @returns {Promise<boolean>} false if everything is as before
 */
async function takePlace(superuser, name, replacedUrl) {
  try {
    await rename(superuser, [
      [name, REPLACED],
      [ASIDE, name],
    ]);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === OBJECT_IN_USE) return false;
    throw error;
  }
  if (await isEmpty(replacedUrl)) return true;
  await rename(superuser, [
    [name, ASIDE],
    [REPLACED, name],
  ]);
  return false;
}

/**
 * All or none of them.
 * @param {import("pg").Client} superuser
 * @param {[from: string, to: string][]} names
 */
async function rename(superuser, names) {
  await superuser.query("BEGIN");
  try {
    for (const [from, to] of names) await superuser.query(`ALTER DATABASE ${from} RENAME TO ${to}`);
    await superuser.query("COMMIT");
  } catch (error) {
    await superuser.query("ROLLBACK");
    throw error;
  }
}

/** @param {string} url every change leaves a fact, so an empty log means an empty database */
export async function isEmpty(url) {
  const { rows } = await withClient(url, (client) =>
    client.query("SELECT NOT EXISTS (SELECT FROM event_log) AS empty"),
  );
  return rows[0]?.empty === true;
}
