import "server-only";
import { notFound } from "@/commands/errors";
import { readEvent } from "@/domain-events/log/read";
import { personalDataViews } from "@/modules/operations/module";
import { command } from "@/server/commands";
import type { SignedInContext } from "@/server/procedures";
import { envelopeOf } from "./lines";

/** One entry as stored, nothing masked. The look is on record before anything is shown (security.md S-54). */
export async function unmaskEntry(
  ctx: SignedInContext,
  look: { readonly factId: string; readonly reason: string },
  idempotencyKey: string | undefined,
) {
  const seen = await command(ctx, personalDataViews, { type: "viewPersonalData", ...look }, idempotencyKey);
  const event = await readEvent(ctx.database, look.factId);
  if (!event) throw notFound("log entry");
  const { payload, metadata } = envelopeOf(event);
  return { ...seen, factId: look.factId, payload, metadata: metadata ?? {} };
}
