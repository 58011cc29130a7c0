import * as z from "zod";
import { isKeepable } from "./keepable-text";

/** What somebody writes, without blanks around it, so many characters at most; `what` names it: "a reason". */
export function writtenWords(what: string, max: number) {
  return z
    .string({ error: `Enter ${what}.` })
    .trim()
    .max(max, { error: `Write ${max} characters at most.` })
    .refine(isKeepable, { error: "This holds a character that cannot be kept." });
}

/** The same where something has to be written. */
export function neededWords(what: string, max: number) {
  return writtenWords(what, max).min(1, { error: `Enter ${what}.` });
}
