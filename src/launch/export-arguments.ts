import { parseArgs } from "node:util";
import { type ExportInput, exportInput } from "@/server/log-export/inputs";

export const exportUsage = `Usage: npm run log:export -- --from 2026-01-01 --to 2026-02-01 [options]

  --from, --to            a day or a moment (2026-01-01 or 2026-01-01T09:00:00Z), in UTC; --to is not included
  --format FORMAT         ndjson (default), csv or cloudevents
  --category CATEGORY     only this one: booking, event, activity, staff, kit, location, directory or system
  --type TYPE             only this one; may be given several times
  --id ID                 only what names this record: an id, or a number such as BK-1042
  --field NAME=VALUE      only this value of a payload field: severity=critical, condition=damaged, …
  --unmask                leave personal fields as they are, which is itself logged; needs the next two
  --reason "Why"          why somebody has to read them
  --as EMAIL              the admin who asks for them
  --out FILE              write there instead of to the standard output`;

/** The arguments cannot be understood; the message says which. */
export class ExportUsageError extends Error {
  override readonly name = "ExportUsageError";
}

export interface ExportCommand extends ExportInput {
  /** Null for the standard output. */
  readonly out: string | null;
  readonly adminEmail: string | undefined;
}

/** The arguments of the command line. Throws `ExportUsageError`. */
export function readExportArguments(args: readonly string[]): ExportCommand {
  const values = parse(args);
  if (values.from === undefined || values.to === undefined)
    throw new ExportUsageError("Give --from and --to.");
  const { unmask, reason, as: adminEmail } = values;
  if (unmask !== (reason !== undefined) || unmask !== (adminEmail !== undefined)) {
    throw new ExportUsageError("--unmask, --reason and --as go together.");
  }
  const wish = exportInput.safeParse({
    format: values.format,
    filter: {
      from: moment("--from", values.from),
      to: moment("--to", values.to),
      ...(values.category !== undefined && { category: values.category }),
      ...(values.type !== undefined && { types: values.type }),
      ...(values.id !== undefined && { id: values.id }),
      ...(values.field !== undefined && { field: fieldValue(values.field) }),
    },
    ...(reason !== undefined && { unmask: { reason } }),
  });
  if (!wish.success) throw new ExportUsageError(problemOf(wish.error.issues));
  return { ...wish.data, out: values.out ?? null, adminEmail };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: "string" },
        to: { type: "string" },
        format: { type: "string", default: "ndjson" },
        category: { type: "string" },
        type: { type: "string", multiple: true },
        id: { type: "string" },
        field: { type: "string" },
        unmask: { type: "boolean", default: false },
        reason: { type: "string" },
        as: { type: "string" },
        out: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new ExportUsageError(
      error instanceof Error ? error.message : "The arguments cannot be understood.",
    );
  }
}

function moment(name: string, given: string): string {
  const time = new Date(/^\d{4}-\d{2}-\d{2}(T.*(Z|[+-]\d{2}:\d{2}))?$/.test(given) ? given : Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw new ExportUsageError(`${name} is a day or a moment, such as 2026-01-01 or 2026-01-01T09:00:00Z.`);
  }
  return time.toISOString();
}

/** What is behind the first equals sign is the value. */
function fieldValue(given: string) {
  const [name, ...value] = given.split("=");
  return { name, value: value.join("=") };
}

function problemOf(issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): string {
  return issues.map(({ path, message }) => `${String(path.at(-1))}: ${message}`).join("\n");
}
