import "server-only";
import { createHash } from "node:crypto";
import type { Database } from "@/db/database";
import { processWide } from "@/db/process-wide";
import { readImportFile } from "./files";
import type { ImportTarget, ProblemPageInput } from "./inputs";
import { oneAtATime } from "./one-at-a-time";
import { checkClient, type ImportSummary, previewImport } from "./preview-import";
import { keepProblems, type KeptProblems, problemPage } from "./problem-page";

/** So long a preview answers for its further pages, in milliseconds. */
const keptForMs = 30_000;
const previewsMax = 8;

interface Preview {
  readonly summary: ImportSummary;
  readonly kept: KeptProblems;
}

function previews(): Map<string, Promise<Preview>> {
  return processWide("import-previews", () => new Map<string, Promise<Preview>>());
}

/** The dry run of a person's file, with one page of its problems. A file is read once for all pages. */
export async function importPreview(
  database: Database,
  personId: string,
  { target, page }: { readonly target: ImportTarget; readonly page: ProblemPageInput },
) {
  const known = previews();
  const key = `${personId} ${createHash("sha256").update(JSON.stringify(target)).digest("hex")}`;
  let asked = known.get(key);
  if (!asked) {
    asked = oneAtATime(personId, () => read(database, personId, target));
    keep(known, key, asked);
  }
  const { summary, kept } = await asked;
  return { summary, ...problemPage(kept, page) };
}

/** After a run: what was new before is there now. */
export function forgetPreviews(): void {
  previews().clear();
}

async function read(database: Database, personId: string, target: ImportTarget): Promise<Preview> {
  const { bytes } = await readImportFile(database, { fileId: target.fileId, personId });
  const clientId = await checkClient(database, target.clientId);
  const { summary, problems } = await previewImport(database, { bytes, mapping: target.mapping, clientId });
  return { summary, kept: keepProblems(problems) };
}

function keep(known: Map<string, Promise<Preview>>, key: string, asked: Promise<Preview>): void {
  const forget = () => {
    if (known.get(key) === asked) known.delete(key);
  };
  known.set(key, asked);
  const [oldest] = known.keys();
  if (known.size > previewsMax && oldest !== undefined) known.delete(oldest);
  asked.then(() => setTimeout(forget, keptForMs).unref(), forget);
}
