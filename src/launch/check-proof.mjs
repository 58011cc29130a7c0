import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/**
 * Checks a file of `npm run log:proof` without a database or a line of the rest of Muster:
 * `node check-proof.mjs FILE [DIGEST]`, the digest being an end of the chain that was written down earlier. Ends with 1
 * when anything differs. The procedure is that of src/domain-events/sealing/proof/proof.md.
 */

/**
 * @typedef {{ text: string, personal: Record<string, string> }} Part
 * @typedef {{ kind: "entry", block: number, leaf: string, position: string, digest: string,
 *   parts: { envelope: Part, payload: Part, metadata: Part } | null }} Entry
 * @typedef {{ kind: "block", head: (string | number)[], previous: string, digest: string,
 *   parts: { leaf: string, entries: number, digest: string }[] }} Block
 */

/** @param {...(string | Buffer)} pieces */
function sha256(...pieces) {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

/** @param {Part} part */
function partDigest({ text, personal }) {
  const lines = Object.keys(personal)
    .sort()
    .map((pointer) => `\n${pointer} ${personal[pointer]}`);
  return sha256(text, ...lines);
}

/** @param {Block} block */
function blockDigest({ previous, head, parts }) {
  const lines = [...parts]
    .sort((one, other) => (one.leaf < other.leaf ? -1 : 1))
    .map(({ leaf, entries, digest }) => `\n${leaf} ${entries} ${digest}`);
  return sha256(Buffer.from(previous, "hex"), JSON.stringify(head), ...lines).toString("hex");
}

/**
 * Reads the lines of a proof and gathers what is wrong with it.
 * @param {AsyncIterable<string>} lines
 * @param {string | undefined} writtenDown
 */
export async function checkProof(lines, writtenDown) {
  const seen = { blocks: 0, entries: 0, unseen: 0, end: "", problems: /** @type {string[]} */ ([]) };
  let isKnown = false;
  /** @type {Block | undefined} */
  let block;
  /** @type {Map<string, Buffer[]>} */
  let shown = new Map();
  const endBlock = () => {
    if (block) seen.unseen += checkParts(block, shown, seen.problems);
  };
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const told = JSON.parse(line);
    if (told.kind === "block") {
      endBlock();
      checkChain(block, told, seen.problems);
      block = told;
      shown = new Map();
      seen.blocks += 1;
      seen.end = told.digest;
      isKnown ||= told.digest === writtenDown;
    } else if (told.kind === "entry") {
      seen.entries += 1;
      checkEntry(told, block, seen.problems);
      shown.set(told.leaf, [...(shown.get(told.leaf) ?? []), Buffer.from(told.digest, "hex")]);
    } else if (told.kind !== "proof" || told.version !== 1) {
      seen.problems.push(`a line of an unknown kind: ${line.slice(0, 80)}`);
    }
  }
  endBlock();
  if (writtenDown !== undefined && !isKnown)
    seen.problems.push("no block has the digest that was written down");
  return seen;
}

/**
 * @param {Entry} entry
 * @param {Block | undefined} block
 * @param {string[]} problems
 */
function checkEntry({ block: of, leaf, position, digest, parts }, block, problems) {
  const name = `entry ${position} of ${leaf}`;
  if (of !== block?.head[0]) problems.push(`${name} does not stand behind its block`);
  if (parts === null) {
    problems.push(`${name} was sealed and is not in the log`);
    return;
  }
  const { envelope, payload, metadata } = parts;
  const own = sha256("muster seal 1\n", partDigest(envelope), partDigest(payload), partDigest(metadata));
  if (own.toString("hex") !== digest) problems.push(`${name} is not as it was sealed`);
}

/**
 * Compares what a block says of each leaf with the entries shown; returns how many entries it knows by digest alone.
 * @param {Block} block
 * @param {Map<string, Buffer[]>} shown
 * @param {string[]} problems
 */
function checkParts(block, shown, problems) {
  let unseen = 0;
  for (const { leaf, entries, digest } of block.parts) {
    const digests = shown.get(leaf);
    if (!digests) unseen += entries;
    else if (digests.length !== entries || sha256(...digests).toString("hex") !== digest) {
      problems.push(`block ${block.head[0]}: the entries of ${leaf} are not those that were sealed`);
    }
  }
  const known = new Set(block.parts.map(({ leaf }) => leaf));
  for (const leaf of shown.keys()) {
    if (!known.has(leaf)) problems.push(`block ${block.head[0]} sealed nothing of ${leaf}`);
  }
  const counted = block.parts.reduce((sum, { entries }) => sum + entries, 0);
  if (blockDigest(block) !== block.digest || counted !== block.head[6]) {
    problems.push(`block ${block.head[0]} does not match its own digest`);
  }
  return unseen;
}

/**
 * @param {Block | undefined} before
 * @param {Block} block
 * @param {string[]} problems
 */
function checkChain(before, block, problems) {
  if (!before) return;
  const isNext = block.head[0] === Number(before.head[0]) + 1 && block.previous === before.digest;
  if (!isNext) problems.push(`block ${block.head[0]} is not chained to the block before it`);
}

/** @param {string[]} args */
async function main([file, writtenDown]) {
  if (file === undefined) throw new Error("Usage: node check-proof.mjs FILE [DIGEST]");
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const { blocks, entries, unseen, end, problems } = await checkProof(lines, writtenDown);
  console.log(`Entries shown: ${entries}. Known by their digest alone: ${unseen}. Blocks: ${blocks}.`);
  console.log(`The chain in this file ends with ${end === "" ? "nothing" : end}`);
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? goodWords(writtenDown) : `Problems: ${problems.length}.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/** @param {string | undefined} writtenDown */
function goodWords(writtenDown) {
  return writtenDown === undefined
    ? "The file agrees with itself. Compare the end of its chain with one that was written down."
    : "Everything is as it was sealed, in a chain that goes through the digest that was written down.";
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
