import "server-only";
import {
  dehydrate,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import type { SignedIn } from "@/server/auth/session";
import { createRequestContext } from "@/server/context";
import { liveCursorNow } from "@/server/live/live-cursor";
import { mailTransport } from "@/server/mail/current";
import { ownAddress } from "@/server/own-address";
import { appRouter } from "@/server/router";
import { makeQueryClient } from "./query-client";

const queryClient = cache(makeQueryClient);

/**
 * Where this page is read in the log, for the live stream that follows it. Asked once per request and before anything
 * that the page shows: what is committed later is either in the page's answers or told by the stream.
 */
export const liveCursor = cache(async () => {
  const { database } = await requestContext();
  return liveCursorNow(database).catch(() => null);
});

const requestContext = cache(async () => createRequestContext(new Headers(await headers())));

/** Query options for server components, run in the process itself with the request's own rights. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient });

/**
 * Asks on the server what the screen will ask first, so that it needs no second request. Await it before
 * rendering: an answer that arrives while the page hydrates would not be the one the server wrote.
 */
export async function prefetch<Answer, Failure, Data, Key extends QueryKey>(
  options: FetchQueryOptions<Answer, Failure, Data, Key>,
): Promise<void> {
  await liveCursor();
  // A refusal is not kept; the component that asks for the same query shows it.
  await queryClient().prefetchQuery(options);
}

/** The same for a list that goes on as one scrolls: its first page. */
export async function prefetchPages<Answer, Failure, Data, Key extends QueryKey, Cursor>(
  options: FetchInfiniteQueryOptions<Answer, Failure, Data, Key, Cursor>,
): Promise<void> {
  await liveCursor();
  await queryClient().prefetchInfiniteQuery(options);
}

/** The answer itself, for a page's title or its "not here": null for what is missing, invisible or refused. */
export async function fetchIfThere<Answer, Failure, Data, Key extends QueryKey>(
  options: FetchQueryOptions<Answer, Failure, Data, Key>,
): Promise<Data | null> {
  await liveCursor();
  return queryClient()
    .fetchQuery(options)
    .catch(() => null);
}

/** Hands what was prefetched to the components below it. */
export function HydrateQueries({ children }: { readonly children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>;
}

/** Whether links for a password can reach anybody: not where the installation sends no mail. */
export function canMailLinks(): boolean {
  return mailTransport() !== null;
}

/** The address of an event that works wherever it is opened: it leads each person to their own page of it. */
export function eventAddress(eventId: string): string {
  return ownAddress(`/?event=${eventId}`);
}

/** Who is signed in, for choosing a page and its frame. What they may see is decided by each query. */
export interface Viewer extends Pick<SignedIn, "personId" | "name" | "role" | "timeZone"> {
  /** The company of a client's person. */
  readonly clientName: string | null;
}

/** The signed-in person, or a way to the sign-in page that leads back here. */
export async function requireViewer(backTo: string): Promise<Viewer> {
  const context = await requestContext();
  const person = await context.person();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(backTo)}`);
  const { personId, name, role, timeZone, clientId } = person;
  const client =
    clientId === null
      ? null
      : await context.database.prisma.client.findUnique({ select: { name: true }, where: { id: clientId } });
  return { personId, name, role, timeZone, clientName: client?.name ?? null };
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
