import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An App Router page with nothing in it. It lies inside the root, so that it finds our node_modules. */
const FILES = {
  "package.json": `{ "private": true, "type": "module" }\n`,
  "next.config.js": `export default { turbopack: { root: process.cwd() + "/../.." } };\n`,
  // Without one of its own it would get ours.
  "instrumentation.js": "export function register() {}\n",
  "app/layout.js": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}\n`,
  "app/page.js": `export default function Page() { return <p>Empty</p>; }\n`,
};

/**
 * Builds the page that ours are compared with, once per version of Next and React.
 * @param {string} root
 * @param {import("./life.mjs").Life["node"]} node
 * @returns {Promise<string>} the folder, ready for `next start`
 */
export async function emptyPage(root, node) {
  const folder = join(root, ".data", `empty-page-${version(root, "next")}-${version(root, "react")}`);
  if (existsSync(join(folder, ".next/BUILD_ID"))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const built = await node([join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet: true,
  });
  if (built.code !== 0) throw new Error(`${built.output}\nThe empty page could not be built.`);
  return folder;
}

/**
 * @param {string} root
 * @param {string} name of a package
 */
function version(root, name) {
  return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
}
