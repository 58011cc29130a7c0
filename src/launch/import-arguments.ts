import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { importFields, isImportField, type FileImport } from "@/server/imports/import-from-file";

export const importUsage = `Usage: npm run import:bookings -- FILE.csv --client "Name" [options]

  --dry-run               say what would happen, write nothing
  --client "Name"         for whom the bookings are; not needed where --map names a client column for every row
  --create-client         add that client to the directory if it is not there
  --time-zone ZONE        of the venues, such as America/New_York
  --date-order ORDER      auto, mdy, dmy or ymd, for dates such as 03/04
  --map "Column=field"    once per column that is not guessed rightly; fields: ${importFields.join(", ")}
  --as EMAIL              the admin who imports; the first active one otherwise
  --problems FILE.csv     write all problems there`;

/** The arguments cannot be understood; the message says which. */
export class ImportUsageError extends Error {
  override readonly name = "ImportUsageError";
}

const dateOrders = ["auto", "mdy", "dmy", "ymd"] as const;

export type ImportWish = Omit<FileImport, "onProgress"> & { readonly problemsFile: string | undefined };

/** The arguments and the file they name. Throws `ImportUsageError`. */
export function readImportArguments(args: readonly string[]): ImportWish {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new ImportUsageError("Name one CSV file.");
  const dateOrder = dateOrders.find((order) => order === values["date-order"]);
  if (dateOrder === undefined) throw new ImportUsageError("--date-order is auto, mdy, dmy or ymd.");
  return {
    fileName: basename(file),
    bytes: readBytes(file),
    clientName: values.client,
    createClient: values["create-client"],
    isDryRun: values["dry-run"],
    timeZone: values["time-zone"],
    dateOrder,
    columns: readMap(values.map),
    adminEmail: values.as,
    problemsFile: values.problems,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        client: { type: "string" },
        "create-client": { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        "time-zone": { type: "string" },
        "date-order": { type: "string", default: "auto" },
        map: { type: "string", multiple: true, default: [] },
        as: { type: "string" },
        problems: { type: "string" },
      },
    });
  } catch (error) {
    throw new ImportUsageError(
      error instanceof Error ? error.message : "The arguments cannot be understood.",
    );
  }
}

/** `Event Name=title` for each. A column's name may hold an equals sign, a field's may not. */
function readMap(pairs: readonly string[]): FileImport["columns"] {
  const columns: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const field = pair.slice(at + 1).trim();
    if (at < 1 || !isImportField(field)) {
      throw new ImportUsageError(
        `--map "${pair}": write it as "Column=field", the field being one of ${importFields.join(", ")}.`,
      );
    }
    columns[field] = pair.slice(0, at).trim();
  }
  return columns;
}

/** A little more than the limit is let through: the import says it in its own words. */
const bytesRead = 30_000_000;

function readBytes(file: string): Buffer {
  try {
    if (statSync(file).size > bytesRead)
      throw new ImportUsageError("The file is larger than 20 MB. Split it and import the parts.");
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ImportUsageError) throw error;
    throw new ImportUsageError(`${file} cannot be read. Check the path.`);
  }
}
