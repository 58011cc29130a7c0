/** What the browser keeps of us, as far as sign-out must empty it. */
export interface BrowserStores {
  readonly fetch: typeof fetch;
  readonly indexedDB: IDBFactory | undefined;
  readonly caches: CacheStorage | undefined;
}

/** Databases that the phone's code opens by name; asked for by name where a browser cannot list them. */
const KNOWN_DATABASES = ["muster", "keyval-store"];

/**
 * Ends the session, then empties IndexedDB and the caches (S-39); resolves to where to go on to.
 *
 * Rejects when the server could not be reached: then the session is still open and nothing was wiped, so that
 * unsent entries are not lost for a sign-out that did not happen.
 */
export async function signOut(stores: BrowserStores): Promise<string> {
  const response = await stores.fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`);
  await Promise.allSettled([wipeDatabases(stores.indexedDB), wipeCaches(stores.caches)]);
  return "/sign-in";
}

async function wipeDatabases(factory: IDBFactory | undefined): Promise<void> {
  if (factory === undefined) return;
  const listed = typeof factory.databases === "function" ? await factory.databases() : [];
  const names = listed.flatMap((database) => database.name ?? []);
  await Promise.all([...new Set([...names, ...KNOWN_DATABASES])].map((name) => wipeDatabase(factory, name)));
}

/** A database that another tab holds open goes as soon as that tab lets go; nobody waits for it. */
function wipeDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
}

async function wipeCaches(storage: CacheStorage | undefined): Promise<void> {
  if (storage === undefined) return;
  const names = await storage.keys();
  await Promise.all(names.map((name) => storage.delete(name)));
}
