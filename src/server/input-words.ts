import * as z from "zod";

/** Sentences for what a schema refuses without words of its own; zod's name types and checks, which help nobody. */
export function inputWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "This is missing." : typeWords(issue.expected);
    case "too_big":
      return sizeWords(issue.origin, `${issue.maximum} at most`);
    case "too_small":
      return sizeWords(issue.origin, `${issue.minimum} at least`);
    case "invalid_value":
    case "invalid_union":
      return "Choose one of the values that this can have.";
    case "unrecognized_keys":
      return "This field is not known here.";
    case "invalid_format":
      return "This is not written in the form that is needed here.";
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "custom":
    case undefined:
      return "This cannot be used here.";
    default:
      return neverIssue(issue);
  }
}

function neverIssue(issue: never): never {
  throw new Error(`unknown issue ${JSON.stringify(issue)}`);
}

function typeWords(expected: string): string {
  switch (expected) {
    case "string":
      return "Enter a text.";
    case "number":
      return "Enter a number.";
    case "int":
      return "Enter a whole number.";
    case "boolean":
      return "Say yes or no.";
    case "array":
      return "Send a list.";
    default:
      return "This cannot be used here.";
  }
}

function sizeWords(origin: string, bound: string): string {
  if (origin === "string") return `Use ${bound.replace(" ", " characters ")}.`;
  if (origin === "array") return `Name ${bound}.`;
  return `Enter ${bound}.`;
}

/** From now on every schema of this process speaks this way where it has no sentence of its own. */
export function speakPlainly(): void {
  z.config({ customError: inputWords });
}
