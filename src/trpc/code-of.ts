/** The code of the server's refusal; undefined when no answer came. */
export function codeOf(error: unknown): unknown {
  const data = typeof error === "object" && error !== null && "data" in error ? error.data : undefined;
  return typeof data === "object" && data !== null && "code" in data ? data.code : undefined;
}
