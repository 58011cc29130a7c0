import { expect, test } from "vitest";
import { signOut } from "./sign-out";

interface FakeRequest {
  onsuccess?: () => void;
}

function browser(status: number) {
  const wiped: string[] = [];
  const indexedDB = {
    databases: () => Promise.resolve([{ name: "drafts", version: 1 }]),
    deleteDatabase: (name: string) => {
      wiped.push(name);
      const request: FakeRequest = {};
      queueMicrotask(() => request.onsuccess?.());
      return request;
    },
  } as unknown as IDBFactory;
  const caches = {
    keys: () => Promise.resolve(["shell"]),
    delete: (name: string) => Promise.resolve(wiped.push(name) > 0),
  } as unknown as CacheStorage;
  const send: typeof fetch = () => Promise.resolve(Response.json({}, { status }));
  return { wiped, stores: { fetch: send, indexedDB, caches } };
}

test("after sign-out every store is empty", async () => {
  const { wiped, stores } = browser(200);
  expect(await signOut(stores)).toBe("/sign-in");
  expect([...wiped].sort()).toEqual(["drafts", "keyval-store", "muster", "shell"]);
});

test("a sign-out that the server did not hear of wipes nothing", async () => {
  const { wiped, stores } = browser(503);
  await expect(signOut(stores)).rejects.toThrow("503");
  await expect(
    signOut({ ...stores, fetch: () => Promise.reject(new TypeError("offline")) }),
  ).rejects.toThrow();
  expect(wiped).toEqual([]);
});

test("a browser without these stores signs out all the same", async () => {
  const { stores } = browser(200);
  expect(await signOut({ fetch: stores.fetch, indexedDB: undefined, caches: undefined })).toBe("/sign-in");
});
