"use client";

import { createContext, useContext } from "react";

/** Sets two forms on one page apart. */
export const FormIdContext = createContext("form");

/** The element id of a field by its path in the form: the summary links to it. */
export function useFieldId(name: string): string {
  return fieldId(useContext(FormIdContext), name);
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(".", "-")}`;
}
