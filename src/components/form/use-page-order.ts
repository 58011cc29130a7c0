"use client";

import { useSyncExternalStore } from "react";
import { type FormError, inPageOrder } from "./form-errors";
import { fieldId } from "./form-id";

/**
 * A form's errors in the order of their fields on the page, read off the page with each rendering: the library
 * appends what fails again after a change, and a check does not know where its field stands.
 */
export function usePageOrder(errors: readonly FormError[], formId: string): readonly FormError[] {
  const names = useSyncExternalStore(
    noChangesOfItsOwn,
    () => namesFromTop(errors, formId).join(" "),
    () => "",
  );
  return inPageOrder(errors, names.split(" "));
}

/** Fields come and go with renderings of the form, after which the page is read again anyway. */
const noChangesOfItsOwn = () => () => undefined;

function namesFromTop(errors: readonly FormError[], formId: string): string[] {
  const fields = errors.flatMap(({ name }) => {
    const element = document.getElementById(fieldId(formId, name));
    return element === null ? [] : [{ name, element }];
  });
  return fields.sort((one, other) => sideOf(one.element, other.element)).map(({ name }) => name);
}

/** Above 0 where the first stands below the other. */
function sideOf(one: Element, other: Element): number {
  return other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}
