import { type QueryCache, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { codeOf } from "./code-of";

const STALE_MS = 30_000;

/** One cache policy for server and browser; live messages say when something changed before it is stale. */
export function makeQueryClient(queryCache?: QueryCache): QueryClient {
  return new QueryClient({
    ...(queryCache && { queryCache }),
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
  const code = codeOf(error);
  return code === undefined || code === "TRY_AGAIN";
}
