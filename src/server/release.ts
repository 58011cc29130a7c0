import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/env";

/** Names the running release among others: the beginning of its build's id, or how it runs without a build. */
export function release(): string {
  if (env().mode !== "production") return env().mode;
  try {
    return readFileSync(join(process.cwd(), ".next", "BUILD_ID"), "utf8")
      .trim()
      .slice(0, 12);
  } catch {
    return "unknown";
  }
}
