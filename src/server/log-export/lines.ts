import "server-only";
import type { Queryable } from "@/db/database";
import { MASK } from "@/domain-events/catalog/mask";
import { exportedFact } from "@/domain-events/interchange/exported-fact";
import type { ExportFormat, ExportLine } from "@/domain-events/interchange/file-formats";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import { type HandlerCell, handlerCells } from "@/server/log-view/cells";
import { actorName, namesOf, toLine } from "@/server/log-view/lines";
import type { Matching } from "./matching";

interface LineOptions {
  readonly format: ExportFormat;
  readonly isUnmasked: boolean;
  readonly matches: Matching;
}

/** The lines of a page. What only a spreadsheet shows is asked for only then: two statements, whatever the page. */
export async function exportLines(
  db: Queryable,
  events: readonly LoggedEvent[],
  { format, isUnmasked, matches }: LineOptions,
): Promise<readonly ExportLine[]> {
  const facts = events.map((event) => ({ event, fact: exportedFact(event, { isUnmasked }) }));
  if (format !== "csv") return facts.map(({ fact }) => ({ fact, about: "", actor: "", handlers: {} }));
  const now = matches.now.toISOString();
  const [names, states] = await Promise.all([namesOf(db, events), handlerCells(db, events)]);
  return facts.map(({ event, fact }) => ({
    fact,
    about: toLine(event, names, now).bookingNumber ?? "",
    actor: isUnmasked || isSystem(event) ? actorName(event.actorId, names) : MASK,
    handlers: statesByHandler(states.get(fact.id) ?? []),
  }));
}

function isSystem({ actorId }: LoggedEvent): boolean {
  return actorId === null || actorId === "system";
}

function statesByHandler(states: readonly HandlerCell[]): ExportLine["handlers"] {
  return Object.fromEntries(states.map(({ handler, state }) => [handler, state]));
}
