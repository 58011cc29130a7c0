import { QueryCache } from "@tanstack/react-query";
import { codeOf } from "./code-of";
import { setSignedOut } from "./live-store";

/** A cache that learns from every answer whether the session still holds. In the browser only: it tells all screens. */
export function sessionWatch(): QueryCache {
  return new QueryCache({
    onSuccess: () => setSignedOut(false),
    onError: (error) => {
      if (codeOf(error) === "SIGNED_OUT") setSignedOut(true);
    },
  });
}
