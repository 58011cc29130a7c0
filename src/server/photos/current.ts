import "server-only";
import { join } from "node:path";
import { processWide } from "@/db/process-wide";
import { env } from "@/env";
import { folderStorage, type PhotoStorage } from "./storage";

/** The storage of this process: the folder `photos` below DATA_DIR. */
export function photoStorage(): PhotoStorage {
  return processWide("photo-storage", () => folderStorage(join(env().dataDir, "photos")));
}
