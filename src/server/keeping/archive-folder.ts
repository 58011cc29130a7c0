import "server-only";
import { join } from "node:path";
import { env } from "@/env";

/** Where the archives of expired partitions are: `archive` below DATA_DIR. */
export function archiveFolder(): string {
  return join(env().dataDir, "archive");
}
