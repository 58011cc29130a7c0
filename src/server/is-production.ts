import { type Env, env } from "@/env";

/** Whether an agency works here: not while developing or testing, and not on demo data (refused on a real database). */
export function isProduction({ mode, demo }: Pick<Env, "mode" | "demo"> = env()): boolean {
  return mode === "production" && !demo;
}
