import type { Route } from "next";

/** The address of the log with only this entry open. */
export function entryHref(factId: string): Route {
  return `/log?open=${factId}` as Route;
}
