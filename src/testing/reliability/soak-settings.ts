import { env } from "node:process";

/** `SOAK_SECONDS` and `SOAK_SEED` of the environment: 20 s and a fresh seed unless asked otherwise. */
export function soakSettings(): { readonly seed: number; readonly seconds: number } {
  return {
    seed: Number(env["SOAK_SEED"] ?? Math.floor(Math.random() * 1_000_000)),
    seconds: Number(env["SOAK_SECONDS"] ?? 20),
  };
}
