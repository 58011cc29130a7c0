import type { LogFilterInput } from "./log-view";

export type ExportFormat = "csv" | "ndjson" | "cloudevents";

export interface ExportWish {
  readonly format: ExportFormat;
  readonly filter: LogFilterInput;
  /** Leaves personal fields as they are. */
  readonly unmask?: { readonly reason: string };
}

interface Watcher {
  readonly signal: AbortSignal;
  /** Called with all bytes that have come so far. */
  readonly onBytes: (bytes: number) => void;
}

/** Parts of the file are handed to the browser at this size, which keeps them where it likes. */
const PART_BYTES = 4_000_000;

/**
 * Fetches the log as a file and hands it to the browser to save. Rejects with a sentence for the person: a refusal,
 * or a file that broke off.
 */
export async function downloadExport(wish: ExportWish, { signal, onBytes }: Watcher): Promise<void> {
  const answer = await fetch("/api/log/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
    signal,
  }).catch(lost);
  if (!answer.ok || !answer.body) throw new Error(refusalIn(await answer.json().catch(() => null)));
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  const parts = await partsOf(answer.body, onBytes).catch(lost);
  save(fileNameIn(answer.headers.get("content-disposition")), new Blob(parts, { type }));
}

async function partsOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: Watcher["onBytes"],
): Promise<Blob[]> {
  const parts: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let openBytes = 0;
  let bytes = 0;
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    open.push(piece.value);
    openBytes += piece.value.length;
    bytes += piece.value.length;
    onBytes(bytes);
    if (openBytes < PART_BYTES) continue;
    parts.push(new Blob(open));
    open = [];
    openBytes = 0;
  }
  return [...parts, new Blob(open)];
}

function lost(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw new Error(
    "The file broke off before its end, so it was not saved. Check the connection, then try again.",
  );
}

/** True for what the person stopped themselves. */
export function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function refusalIn(body: unknown): string {
  const error: unknown = Reflect.get(Object(body), "error");
  const message: unknown = Reflect.get(Object(error), "message");
  return typeof message === "string" ? message : "The log could not be exported. Try again in a moment.";
}

function fileNameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "muster-log";
}

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

const KILOBYTES = new Intl.NumberFormat("en-US", {
  style: "unit",
  unit: "kilobyte",
  maximumFractionDigits: 0,
});
const MEGABYTES = new Intl.NumberFormat("en-US", {
  style: "unit",
  unit: "megabyte",
  maximumFractionDigits: 1,
});

/** `640 kB`, `3.2 MB`. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? KILOBYTES.format(bytes / 1_000) : MEGABYTES.format(bytes / 1_000_000);
}
