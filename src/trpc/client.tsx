"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCLink,
} from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/router";
import { makeQueryClient } from "./query-client";
import { sessionWatch } from "./session-watch";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
export { useTRPC, useTRPCClient };

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls in one request at most; the server refuses more. */
const BATCH_MAX = 10;

let browserQueryClient: QueryClient | undefined;

function queryClientForHere(): QueryClient {
  // On the server each request has its own, or one person would see what another fetched.
  if (typeof window === "undefined") return makeQueryClient();
  browserQueryClient ??= makeQueryClient(sessionWatch());
  return browserQueryClient;
}

function links(): TRPCLink<AppRouter>[] {
  const url = "/api/trpc";
  return [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url, transformer: superjson }),
      // Queries go by POST: their inputs may hold names and search words, which must not stand in an address.
      false: httpBatchLink({ url, transformer: superjson, maxItems: BATCH_MAX, methodOverride: "POST" }),
    }),
  ];
}

/** Gives the screens below it their queries, mutations and live messages. */
export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const queryClient = queryClientForHere();
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: links() }));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
