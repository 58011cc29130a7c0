import type { FieldErrors } from "react-hook-form";

export interface FormError {
  /** Path in the form: "dates.2.start". */
  name: string;
  message: string;
}

/** All errors of a form as a flat list, in the order in which they were found. */
export function listFormErrors(errors: FieldErrors): FormError[] {
  return collect(errors, "");
}

function collect(node: unknown, path: string): FormError[] {
  if (typeof node !== "object" || node === null) return [];
  if ("message" in node && typeof node.message === "string") return [{ name: path, message: node.message }];
  return Object.entries(node)
    .filter(([key]) => key !== "ref")
    .flatMap(([key, child]) => collect(child, joinPath(path, key)));
}

/** The library keeps the problem of a whole list under `root`; the list's own field is what a link should reach. */
function joinPath(path: string, key: string): string {
  if (key === "root" && path !== "") return path;
  return path === "" ? key : `${path}.${key}`;
}

/** The errors as their fields stand on the page; `names` are those from top to bottom. What has no field comes last. */
export function inPageOrder(errors: readonly FormError[], names: readonly string[]): FormError[] {
  const placeOf = ({ name }: FormError) => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...errors].sort((one, other) => placeOf(one) - placeOf(other));
}
