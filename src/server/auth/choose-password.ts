import * as z from "zod";
import { Refusal } from "@/commands/errors";
import type { Database } from "@/db/database";
import { answer, problem } from "./answers";
import { redeemPasswordLink } from "./password-links";
import { readJson } from "./read-json";

const inputSchema = z.object({ secret: z.string().min(1).max(200), password: z.string().max(1_000) });

/**
 * Uses up an invite or reset link: 200 `{ next }` to the sign-in page, since a link alone opens no session; 400
 * with a sentence for a link that is used up or a password that will not do.
 */
export async function handleChoosePassword(request: Request, database: Database): Promise<Response> {
  const input = inputSchema.safeParse(await readJson(request));
  if (!input.success) return problem(400, "INVALID", "Choose a password.");
  try {
    await redeemPasswordLink(database, input.data.secret, input.data.password);
    return answer(200, { next: "/sign-in" });
  } catch (error) {
    if (error instanceof Refusal) return problem(400, error.code, error.message);
    throw error;
  }
}
