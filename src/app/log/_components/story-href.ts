import type { Route } from "next";

/** The page of one chain. */
export function storyHref(correlationId: string): Route {
  return `/log/story/${encodeURIComponent(correlationId)}` as Route;
}
