import "server-only";
import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import type { Tx } from "@/db/database";
import { maskMetadata, maskPayload } from "@/domain-events/catalog/mask";
import { type LoggedEvent, readEvent } from "@/domain-events/log/read";
import type { ViewCommand } from "@/modules/operations/commands";
import type { ViewState } from "@/modules/operations/personal-data";

/** What somebody is about to see: of one fact what is masked in it, of an export what its server code says. */
export async function load(
  tx: Tx,
  command: ViewCommand,
  { actor }: DecisionContext,
): Promise<{ state: ViewState; outside: undefined }> {
  const viewerId = actorId(actor);
  if (!("factId" in command)) {
    const { fields, count } = command;
    return { state: { isKnown: true, viewerId, factId: null, fields, count }, outside: undefined };
  }
  const { factId } = command;
  const event = await readEvent(tx, factId);
  const fields = event ? maskedFields(event) : [];
  return { state: { isKnown: event !== undefined, viewerId, factId, fields, count: 1 }, outside: undefined };
}

function maskedFields({ read }: LoggedEvent): readonly string[] {
  const { type, payload, metadata } = read.known ? read.event : read.raw;
  return [
    ...maskPayload(type, payload).paths,
    ...maskMetadata(metadata ?? {}).paths.map((path) => `metadata.${path}`),
  ];
}

/** A look changes nothing; the fact is all there is of it. */
export function save(): Promise<void> {
  return Promise.resolve();
}
