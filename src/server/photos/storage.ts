import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Both sizes in which a photo is kept. */
export const photoSizes = ["large", "small"] as const;
export type PhotoSize = (typeof photoSizes)[number];

/** The one file of a photo in one size: the name is the server's own, a UUID in lower case. */
export interface PhotoFile {
  readonly key: string;
  readonly size: PhotoSize;
}

/** Where the files of photos are kept. Another place than a folder is another implementation of these three. */
export interface PhotoStorage {
  /** Keeps a whole file or none of it. */
  put(file: PhotoFile, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  get(file: PhotoFile): Promise<Buffer<ArrayBuffer> | null>;
  /** Removing what is not there is no error. */
  remove(file: PhotoFile): Promise<void>;
}

/** Removes a photo in both sizes. */
export async function removeFiles(storage: PhotoStorage, key: string): Promise<void> {
  await Promise.all(photoSizes.map((size) => storage.remove({ key, size })));
}

/** Keeps photos as files below a folder, spread over 256 folders by the start of their keys. */
export function folderStorage(folder: string): PhotoStorage {
  const pathOf = (file: PhotoFile) => join(folder, ...namesOf(file));
  return {
    put: async (file, bytes) => writeWhole(pathOf(file), bytes),
    get: async (file) => readIfThere(pathOf(file)),
    remove: async (file) => rm(pathOf(file), { force: true }),
  };
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws for a key that is not the server's own, so that no path leads out of the folder. */
function namesOf({ key, size }: PhotoFile): readonly [string, string] {
  if (!KEY.test(key)) throw new Error("a photo is kept under a key of the server's own");
  return [key.slice(0, 2), `${key}.${size}.jpg`];
}

/** Under another name until every byte is on the disk: nobody ever reads half a photo. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
