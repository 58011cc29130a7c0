/** Loads archives of expired entries into the table log_archive.entry: `npm run archive:read -- FILE [FILE …]`. */
import { archiveCommand } from "@/server/keeping/archive-command";
import { stopEverything } from "@/server/start";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run archive:read -- .data/archive/kit-2025-09.ndjson.gz [FILE …]");
  process.exitCode = 2;
} else {
  try {
    for (const line of (await archiveCommand(files)).lines) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await stopEverything();
  }
}
