import { LoaderCircle } from "lucide-react";

/** Appears after 300 ms, so that quick work shows none. The words beside it say what is happening. */
export function Spinner() {
  return (
    <span className="inline-flex animate-late">
      <LoaderCircle className="animate-spin" />
    </span>
  );
}
