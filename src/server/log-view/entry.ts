import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { catalog, isEventType } from "@/domain-events/catalog/catalog";
import { maskMetadata, maskPayload } from "@/domain-events/catalog/mask";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import { readCorrelation, readEvent, readPayloadText } from "@/domain-events/log/read";
import { parseExactJson } from "@/values/exact-json";
import { type HandlerState, handlerStates } from "./handlers";
import type { RelatedInput } from "./inputs";
import { detailsOf, envelopeOf, type LogLine, type Names, namesOf, toLine } from "./lines";

/** One entry of the log for its panel. Personal fields are masked in what is stored, and left out of the words. */
export interface LogEntry extends LogLine {
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** As this release reads it; numbers that are too long for JavaScript are marked (`values/exact-json`). */
  readonly payload: unknown;
  /** As it lies in the log, where it was written in an older version; null otherwise. */
  readonly stored: { readonly payload: unknown } | null;
  readonly metadata: unknown;
  /** Dotted paths of what is masked. */
  readonly masked: readonly string[];
  /** Names of the records that the payload names by id. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly storedVersion: number;
  /** The version this release reads it as; null for a type it does not know. */
  readonly currentVersion: number | null;
  /** The UTC day on which its time is over, `YYYY-MM-DD`. */
  readonly expiresOn: string;
  /** Why it is shown as stored; null when it reads well. */
  readonly problem: { readonly reason: string; readonly notes: readonly string[] } | null;
  readonly handlers: readonly HandlerState[];
}

/** One entry by the fact's id. Throws `NOT_FOUND` when the log does not hold it (any more). */
export async function logEntry(db: Queryable, id: string, now: string): Promise<LogEntry> {
  const event = await readEvent(db, id);
  if (!event) throw notFound("log entry");
  const [names, handlers, text] = await Promise.all([
    namesOf(db, [event]),
    handlerStates(db, [id]),
    readPayloadText(db, id),
  ]);
  const { type, payload, metadata } = envelopeOf(event);
  const currentVersion = isEventType(type) ? catalog[type].version : null;
  const isUpgraded = event.read.known && event.schemaVersion !== currentVersion;
  const stored = text === undefined ? payload : parseExactJson(text);
  const shownPayload = maskPayload(type, isUpgraded ? payload : stored);
  const shownMetadata = maskMetadata(metadata ?? {});
  return {
    ...toLine(event, names, now),
    details: detailsOf(event, names, now),
    payload: shownPayload.value,
    stored: isUpgraded ? { payload: maskPayload(type, stored).value } : null,
    metadata: shownMetadata.value,
    masked: [...shownPayload.paths, ...shownMetadata.paths.map((path) => `metadata.${path}`)],
    names: namesIn(event, names),
    storedVersion: event.schemaVersion,
    currentVersion,
    expiresOn: event.expiresOn,
    problem: event.read.known ? null : { reason: event.read.reason, notes: event.read.problems },
    handlers: handlers.get(id) ?? [],
  };
}

function namesIn(event: LoggedEvent, names: Names): LogEntry["names"] {
  const ids = [
    ...event.entityIds.map((entity) => entity.slice(entity.indexOf(":") + 1)),
    event.actorId ?? "",
  ];
  return [...new Set(ids)].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

export interface RelatedAnswer {
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** Hand it in as `cursor` for older ones; null when there are none. */
  readonly nextCursor: string | null;
}

/** The facts of one chain, as a page of lines. */
export async function relatedEntries(
  db: Queryable,
  input: RelatedInput,
  now: string,
): Promise<RelatedAnswer> {
  const events = await readCorrelation(db, input.correlationId, {
    limit: input.limit + 1,
    ...(typeof input.cursor === "string" && { before: input.cursor }),
  });
  const page = events.slice(0, input.limit);
  const names = await namesOf(db, page);
  return {
    lines: page.map((event) => toLine(event, names, now)),
    nextCursor: events.length > input.limit ? (page.at(-1)?.position ?? null) : null,
  };
}
