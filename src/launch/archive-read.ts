/** Loads archives of expired entries into the table log_archive.entry: `npm run archive:read -- FILE [FILE …]`. */
import { archiveCommand } from "@/server/keeping/archive-command";
import { endWith } from "./end-with";

const USAGE = "Usage: npm run archive:read -- .data/archive/kit-2025-09.ndjson.gz [FILE …]";

const files = process.argv.slice(2);
await endWith(files.length === 0 ? USAGE : () => archiveCommand(files));
