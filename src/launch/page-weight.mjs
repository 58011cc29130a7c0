import { gzipSync } from "node:zlib";

/**
 * What a page makes a browser load before it can be used, compressed as gzip -9 does, in bytes.
 *
 * @typedef {object} Weight
 * @property {string[]} scripts paths of the first load, preloaded ones too; what only old browsers load is left out
 * @property {number} js
 * @property {number} fonts the typefaces of its style sheets, as served, since woff2 is compressed already; one for
 * code counts where something in the HTML is set in it, as a browser loads no others
 * @property {string[]} styles paths of its style sheets
 * @property {number} css
 * @property {number} html
 * @property {number} data the inline scripts in the HTML, which carry the first screen's data
 */

const SET_IN_MONO = /\bfont-mono\b|<(?:code|kbd|samp|pre)\b(?![^>]*\bfont-sans\b)/;

/** @type {Map<string, Promise<Buffer>>} */
const files = new Map();

/**
 * @param {string} base address of the server
 * @param {string} path of the page
 * @param {string} cookie
 * @returns {Promise<Weight>}
 * @throws if the page does not answer with itself
 */
export async function weigh(base, path, cookie) {
  const answer = await fetch(base + path, { headers: { cookie }, redirect: "manual" });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const links = html.match(/<link\b[^>]*>/g) ?? [];
  const scripts = distinct([
    ...tags.filter((tag) => !/\bnomodule\b/i.test(tag)).map((tag) => attribute(tag, "src")),
    // Parts of the page that is shown: the browser fetches them with the rest, and the page waits for them.
    ...links.filter(isScriptAhead).map((tag) => attribute(tag, "href")),
  ]);
  const styles = distinct(
    links.filter((tag) => attribute(tag, "rel") === "stylesheet").map((tag) => attribute(tag, "href")),
  );
  const declared = distinct((await Promise.all(styles.map((file) => fontsOf(base, file)))).flat());
  const fonts = declared.filter((file) => !/mono/i.test(file) || SET_IN_MONO.test(html));
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)];
  return {
    scripts,
    js: await total(scripts.map((file) => compressedSize(base, file))),
    fonts: await total(fonts.map(async (file) => (await load(base, file)).length)),
    styles,
    css: await total(styles.map((file) => compressedSize(base, file))),
    html: compressed(html),
    data: compressed(inline.map(([, text]) => text).join("\n")),
  };
}

/**
 * @param {string} base
 * @param {string} file
 */
export async function compressedSize(base, file) {
  return compressed(await load(base, file));
}

/** @param {string | Buffer} content */
function compressed(content) {
  return gzipSync(content, { level: 9 }).length;
}

/**
 * Typefaces that a style sheet declares.
 * @param {string} base
 * @param {string} file
 */
async function fontsOf(base, file) {
  const text = (await load(base, file)).toString("utf8");
  return [...text.matchAll(/url\(["']?([^"')]+\.woff2?)/g)].map(
    ([, url]) => new URL(url ?? "", new URL(file, base)).pathname,
  );
}

/**
 * @param {string} base
 * @param {string} file
 * @returns {Promise<Buffer>}
 */
function load(base, file) {
  const address = base + file;
  const known =
    files.get(address) ?? fetch(address).then(async (answer) => Buffer.from(await answer.arrayBuffer()));
  files.set(address, known);
  return known;
}

/** @param {string} tag of a link */
function isScriptAhead(tag) {
  const rel = attribute(tag, "rel");
  return rel === "modulepreload" || (rel === "preload" && attribute(tag, "as") === "script");
}

/**
 * @param {string} tag
 * @param {string} name
 */
function attribute(tag, name) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll("&amp;", "&");
}

/** @param {(string | undefined)[]} values */
function distinct(values) {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** @param {Promise<number>[]} sizes */
async function total(sizes) {
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
