import "server-only";
import { dehydrate, type FetchQueryOptions, HydrationBoundary, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import type { SignedIn } from "@/server/auth/session";
import { createRequestContext } from "@/server/context";
import { appRouter } from "@/server/router";
import { makeQueryClient } from "./query-client";

const queryClient = cache(makeQueryClient);

const requestContext = cache(async () => createRequestContext(new Headers(await headers())));

/** Query options for server components, run in the process itself with the request's own rights. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient });

/** Begins a query on the server; its answer streams into the page, so the screen needs no second request. */
export function prefetch<Answer, Failure, Data, Key extends QueryKey>(
  options: FetchQueryOptions<Answer, Failure, Data, Key>,
): void {
  // Errors are shown by the component that asks for the same query.
  void queryClient().prefetchQuery(options);
}

/** Hands what was prefetched to the components below it. */
export function HydrateQueries({ children }: { readonly children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>;
}

/** Who is signed in, for choosing a page and its frame. What they may see is decided by each query. */
export type Viewer = Pick<SignedIn, "personId" | "name" | "role" | "timeZone">;

/** The signed-in person, or a way to the sign-in page that leads back here. */
export async function requireViewer(backTo: string): Promise<Viewer> {
  const context = await requestContext();
  const person = await context.person();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(backTo)}`);
  const { personId, name, role, timeZone } = person;
  return { personId, name, role, timeZone };
}

const HOMES = {
  admin: "/admin",
  manager: "/field",
  agent: "/agent",
  client: "/client",
} as const satisfies Record<Viewer["role"], string>;

/** Where a person of this role begins. */
export function homeOf(role: Viewer["role"]): (typeof HOMES)[Viewer["role"]] {
  return HOMES[role];
}
