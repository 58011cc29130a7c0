import { invalid, ruleViolated } from "@/commands/errors";
import type { FieldsOf } from "./inputs";

/** The rules of preparation templates: tasks per kind of activity, due relative to the start of an event. */

type Template = FieldsOf<"preparationTemplate">;

/**
 * A template is for a kind of activity; only the one that serves all other events has none, and it stays so. `before`
 * is null for a new one. Throws `INVALID` with fields.
 */
export function checkTemplate(before: Template | null, { activityType }: Template): void {
  const servesAll = before !== null && before.activityType === null;
  if (servesAll === (activityType === null)) return;
  throw invalid(
    servesAll
      ? "This template serves every event that has none of its own."
      : "Say which kind of activity this template is for.",
    {
      activityType: servesAll
        ? "Leave this empty, and add another template for one kind of activity."
        : "Enter a kind of activity, such as Sampling.",
    },
  );
}

/** Throws for the one that serves all others: an event without a template of its own would have no tasks. */
export function refuseArchivingFallback({ activityType }: Template): void {
  if (activityType !== null) return;
  throw ruleViolated(
    "fallback_template",
    "This template serves every event that has none of its own, so it stays. Edit it instead.",
  );
}
