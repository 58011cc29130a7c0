import { type CsvValue, csvRow } from "@/values/csv-cell";
import { cloudEvent } from "./cloud-event";
import type { ExportedFact } from "./exported-fact";

export const EXPORT_FORMATS = ["ndjson", "csv", "cloudevents"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A fact with what a spreadsheet shows beside it. */
export interface ExportLine {
  readonly fact: ExportedFact;
  /** The booking of its chain, `BK-1042`; empty where it is none. */
  readonly about: string;
  /** The name of the person behind it, or the mask. */
  readonly actor: string;
  /** The state of each handler's delivery in words, by handler. */
  readonly handlers: Readonly<Record<string, string>>;
}

/** Why a file does not hold all that was asked for. */
export interface ExportNotice {
  readonly reason: "limit" | "time";
  /** Facts in the file. */
  readonly facts: number;
  /** A sentence for a person. */
  readonly message: string;
}

/** Writes a file piece by piece, so that none is ever held whole. */
export interface FileFormat {
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
  readonly head: string;
  line(line: ExportLine, isFirst: boolean): string;
  foot(notice: ExportNotice | null): string;
}

export interface FormatOptions {
  /** Where this installation is reached, without a slash at the end. */
  readonly appUrl: string;
  /** The handlers that get a column each. */
  readonly handlers: readonly string[];
}

export function fileFormat(format: ExportFormat, options: FormatOptions): FileFormat {
  switch (format) {
    case "ndjson":
      return ndjson;
    case "csv":
      return csv(options.handlers);
    case "cloudevents":
      return cloudEvents(options.appUrl);
    default:
      return neverFormat(format);
  }
}

function neverFormat(format: never): never {
  throw new Error(`unknown format ${String(format)}`);
}

/** A fact per line; the notice, if there is one, is the last line and has no `id`. */
const ndjson: FileFormat = {
  mediaType: "application/x-ndjson",
  extension: ".ndjson",
  head: "",
  line: ({ fact }) => `${JSON.stringify(fact)}\n`,
  foot: (notice) => (notice ? `${JSON.stringify({ notice })}\n` : ""),
};

/** The batch format of CloudEvents, an event per line; the notice is an event as well. */
function cloudEvents(appUrl: string): FileFormat {
  return {
    mediaType: "application/cloudevents-batch+json",
    extension: ".cloudevents.json",
    head: "[",
    line: ({ fact }, isFirst) => `${isFirst ? "" : ","}\n${JSON.stringify(cloudEvent(fact, appUrl))}`,
    foot: (notice) => `${notice ? `,\n${JSON.stringify(noticeEvent(notice, appUrl))}` : ""}\n]\n`,
  };
}

function noticeEvent(notice: ExportNotice, appUrl: string) {
  const { reason, facts } = notice;
  const id = `${reason}-${facts}`;
  const source = `${appUrl}/#log.export`;
  return {
    specversion: "1.0",
    id,
    source,
    type: "LOG_EXPORT_STOPPED",
    datacontenttype: "application/json",
    data: notice,
  };
}

type CsvColumn = readonly [head: string, cell: (line: ExportLine) => CsvValue];

/** As the list on the screen, then what the list has no room for; the zone stands in the head (U-15). */
function csv(handlers: readonly string[]): FileFormat {
  const columns: readonly CsvColumn[] = [
    ["Time (UTC)", ({ fact }) => fact.timestamp],
    ["Type", ({ fact }) => fact.type],
    ["About", ({ about }) => about],
    ["Actor", ({ actor }) => actor],
    ["Actor role", ({ fact }) => textOf(Reflect.get(fact.metadata, "actorRole"))],
    ...handlers.map((name): CsvColumn => [`Handler ${name}`, (line) => line.handlers[name]]),
    ["Category", ({ fact }) => fact.category],
    ["Source", ({ fact }) => fact.source],
    ["Id", ({ fact }) => fact.id],
    ["Correlation id", ({ fact }) => fact.correlationId],
    ["Caused by", ({ fact }) => fact.causationId],
    ["Position", ({ fact }) => fact.position],
    ["Version", ({ fact }) => fact.version],
    ["Kept until (UTC)", ({ fact }) => fact.expiresOn],
    ["Payload (JSON)", ({ fact }) => JSON.stringify(fact.payload)],
    ["Metadata (JSON)", ({ fact }) => JSON.stringify(fact.metadata)],
  ];
  return {
    mediaType: "text/csv; charset=utf-8",
    extension: ".csv",
    // The mark tells spreadsheets that the text is UTF-8.
    head: `\uFEFF${csvRow(columns.map(([head]) => head))}`,
    line: (line) => csvRow(columns.map(([, cell]) => cell(line))),
    foot: (notice) => (notice ? csvRow([notice.message]) : ""),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
