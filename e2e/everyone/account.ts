/** What a mutation answers: the record's result, and which facts it came with. */
export interface Answer {
  readonly bookingId: string;
  readonly version: number;
  readonly eventIds: readonly string[];
  readonly repeated: boolean;
}

/** One person's calls by plain HTTP, for tests that need no browser and outlive the server. */
export interface Account {
  readonly cookie: string;
  /** @throws `HttpError` for an answer that is no success, and fetch's own error where there is no answer */
  mutate(path: string, input: unknown): Promise<Answer>;
}

export class HttpError extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`${status}: ${text}`);
  }
}

export async function signedIn(baseURL: string, email: string, password: string): Promise<Account> {
  const headers = { "content-type": "application/json", origin: baseURL };
  const post = async (path: string, body: unknown, cookie = "") => {
    const answer = await fetch(baseURL + path, {
      method: "POST",
      headers: { ...headers, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new HttpError(answer.status, await answer.text());
    return answer;
  };
  const entered = await post("/api/auth/sign-in/email", { email, password });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return {
    cookie,
    mutate: async (path, input) => {
      const answer = await post(`/api/trpc/${path}`, { json: input }, cookie);
      return (await answer.json()).result.data.json;
    },
  };
}

/** Runs `work` for every item, so many at a time, until all are done or `isOver` says so. */
export async function inParallel<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item, index: number) => Promise<void>,
  isOver: () => boolean = () => false,
): Promise<void> {
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) {
      if (isOver()) return;
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
