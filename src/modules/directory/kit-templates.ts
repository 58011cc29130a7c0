import { invalid } from "@/commands/errors";
import type { FieldsOf } from "./inputs";

/**
 * A template may change while its kits are packed or out: what they hold stays as it is, and the difference shows until
 * somebody settles it (domain.md rule 44). `before` is null for a new one. Throws `INVALID` for a line of another template.
 */
export function checkKitTemplate(before: object | null, { lines }: FieldsOf<"kitTemplate">): void {
  const known = new Set(before === null ? [] : linesOf(before).map(({ id }) => id));
  const strange = lines.findIndex(({ id }) => id !== undefined && !known.has(id));
  if (strange === -1) return;
  throw invalid("A line is not one of this template any more. Reload it.", {
    [`lines.${strange}.name`]: "Add it as a new line.",
  });
}

function linesOf(fields: object): FieldsOf<"kitTemplate">["lines"] {
  if (!isKitTemplate(fields)) throw new Error("this record is no kit template");
  return fields.lines;
}

function isKitTemplate(fields: object): fields is FieldsOf<"kitTemplate"> {
  return "preparationMinutes" in fields;
}
