import "server-only";
import type { Subject } from "@/commands/decider";
import { runCommand } from "@/commands/run-command";
import type { SignedInContext } from "./procedures";

/**
 * Runs a command for the signed-in person of a request. The answer carries the subject's result and the ids of
 * the facts, so that the acting screen can show what happened.
 */
export async function command<Command extends { readonly type: string }, State, Outside, Result>(
  ctx: SignedInContext,
  subject: Subject<Command, State, Outside, Result>,
  wish: Command,
  idempotencyKey: string | undefined,
) {
  const { result, eventIds, repeated } = await runCommand(ctx.database, subject, wish, {
    actor: ctx.actor,
    requestId: ctx.requestId,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
  return { ...result, eventIds, repeated };
}
