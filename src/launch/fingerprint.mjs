import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * A digest over the names and bytes of files, for telling whether something made from them is still good.
 * @param {string} root
 * @param {string[]} paths files and folders below it; a missing one counts as empty
 * @param {(path: string) => boolean} [counts] asked with each file's path from the root, with `/`
 * @returns {string} SHA-256, hex
 */
export function fingerprint(root, paths, counts = () => true) {
  const hash = createHash("sha256").update(`node ${process.versions.node.split(".")[0]}\n`);
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      const name = relative(root, file).split(sep).join("/");
      if (!counts(name)) continue;
      hash.update(`${name}\n${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`);
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * @param {string} stampFile
 * @param {string} wanted
 */
export function hasStamp(stampFile, wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8").trim() === wanted;
}
