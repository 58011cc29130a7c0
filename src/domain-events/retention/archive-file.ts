import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Leaf } from "./leaf";

export interface WrittenArchive {
  readonly lines: number;
  /** Of the compressed file, in hex. */
  readonly sha256: string;
}

/** "kit-2025-09.ndjson.gz" of event_log_kit_2025_09, "attempt-2026-07.ndjson.gz" of event_attempt_2026_07. */
export function archiveName({ leaf }: Pick<Leaf, "leaf">): string {
  return `${leaf.replace(/^event_(log_)?/, "").replaceAll("_", "-")}.ndjson.gz`;
}

/**
 * Writes lines to a compressed file with a checksum file beside it that `sha256sum -c` reads. The file appears under
 * its name whole and safe on disk or not at all; without any line no file is made. Memory does not grow with it.
 */
export async function writeArchive(
  folder: string,
  name: string,
  lines: AsyncIterable<readonly string[]>,
): Promise<WrittenArchive> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const partial = join(folder, `${name}.partial`);
  const hash = createHash("sha256");
  let count = 0;
  const text = async function* () {
    for await (const some of lines) {
      count += some.length;
      if (some.length > 0) yield `${some.join("\n")}\n`;
    }
  };
  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(Readable.from(text()), createGzip(), hashed, createWriteStream(partial, { mode: 0o600 }));
  const sha256 = hash.digest("hex");
  if (count === 0) await rm(partial);
  else await publish(folder, name, sha256);
  return { lines: count, sha256 };
}

async function publish(folder: string, name: string, sha256: string): Promise<void> {
  const file = join(folder, name);
  await flush(`${file}.partial`);
  await writeFile(`${file}.sha256`, `${sha256}  ${name}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.partial`, file);
  await flush(dirname(file));
}

/** To the disk, so that nothing is dropped from the database that a power cut could still take. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads an archive line by line, whole or not at all trustworthy: compare `sha256()` at the end. */
export function readArchive(file: string): { lines: AsyncIterable<string>; sha256(): string } {
  const hash = createHash("sha256");
  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const unpacked = createGunzip();
  const lines = async function* () {
    const flowing = pipeline(createReadStream(file), hashed, unpacked);
    // The reader of the lines sees the same failure; here it must not count as unhandled.
    flowing.catch(() => undefined);
    yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
    await flowing;
  };
  return { lines: lines(), sha256: () => hash.digest("hex") };
}
