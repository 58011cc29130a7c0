import "server-only";
import { env } from "@/env";

/** The whole address of one of our own paths, for what leaves the screen: paper, codes. `path` begins with a slash. */
export function ownAddress(path: string): string {
  return `${env().appUrl}${path}`;
}
