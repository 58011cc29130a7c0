import type { TemplateRow } from "./template-columns";
import { dueWords } from "./template-columns";
import { kindOptions } from "./template-values";

/** The tasks of an archived template, to read. */
export function TemplateTasks({ lines }: Pick<TemplateRow, "lines">) {
  return (
    <ol className="divide-y divide-border rounded-card border border-border">
      {lines.map((line) => (
        <li key={`${line.minutesBefore} ${line.description}`} className="grid gap-0.5 px-3 py-2 text-cell">
          <p className="wrap-anywhere">{line.description}</p>
          <p className="text-meta text-muted">
            {`${kindOptions.find(({ value }) => value === line.kind)?.label ?? line.kind} · ${dueWords(line.minutesBefore)}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
