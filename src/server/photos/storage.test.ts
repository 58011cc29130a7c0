import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folderStorage, removeFiles } from "./storage";

const folder = mkdtempSync(join(tmpdir(), "muster-photos-"));
afterAll(() => rmSync(folder, { recursive: true }));
const storage = folderStorage(folder);
const files = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("."));

test("keeps both sizes apart, whole, under their keys, and removes them together", async () => {
  const key = randomUUID();
  await storage.put({ key, size: "large" }, Buffer.from("large one"));
  await storage.put({ key, size: "small" }, Buffer.from("small one"));
  expect((await storage.get({ key, size: "large" }))?.toString()).toBe("large one");
  expect((await storage.get({ key, size: "small" }))?.toString()).toBe("small one");
  expect(files().sort()).toEqual([
    `${key.slice(0, 2)}/${key}.large.jpg`,
    `${key.slice(0, 2)}/${key}.small.jpg`,
  ]);
  await removeFiles(storage, key);
  await removeFiles(storage, key);
  expect(files()).toEqual([]);
  expect(await storage.get({ key, size: "large" })).toBeNull();
});

test.each(["../../etc/passwd", "..", "a/b", "", `${randomUUID()}/../x`, randomUUID().toUpperCase()])(
  "a name that is not the server's own reaches no file: %s",
  async (key) => {
    await expect(storage.put({ key, size: "large" }, Buffer.from("x"))).rejects.toThrow("server's own");
    await expect(storage.get({ key, size: "large" })).rejects.toThrow("server's own");
    expect(files()).toEqual([]);
  },
);
