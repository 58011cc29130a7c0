import { QueryClient } from "@tanstack/react-query";
import superjson from "superjson";

const STALE_MS = 30_000;

/** One cache policy for server and browser; live messages say when something changed before it is stale. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        // A refusal stays a refusal; only a lost connection is worth another try. A page that is being made on the
        // server has no connection to lose, and whoever waits for it should learn of a refusal at once.
        retry: (failures, error) => typeof window !== "undefined" && failures < 2 && isRetryable(error),
      },
      // Without a connection a wish fails at once and says so; kept back, it would be carried out unasked later.
      mutations: { retry: false, networkMode: "always" },
      dehydrate: {
        serializeData: superjson.serialize,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

function isRetryable(error: unknown): boolean {
  const data = typeof error === "object" && error !== null && "data" in error ? error.data : undefined;
  if (typeof data !== "object" || data === null || !("code" in data)) return true;
  return data.code === "TRY_AGAIN";
}
