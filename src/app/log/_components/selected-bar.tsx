"use client";

import { BulkBar } from "@/components/ui/bulk-bar";
import { CopyButton } from "@/components/ui/copy-button";
import type { LogSelection } from "./use-log-selection";

/** What can be done with what is marked. */
export function SelectedBar({ selection, isMatrix }: { selection: LogSelection; isMatrix: boolean }) {
  const { keys, clear } = selection;
  if (keys.size === 0) return null;
  const what = isMatrix ? ["delivery", "deliveries"] : ["entry", "entries"];
  return (
    <BulkBar summary={`${keys.size} ${keys.size === 1 ? what[0] : what[1]} selected`} onClear={clear}>
      <CopyButton text={[...keys].join("\n")} what={isMatrix ? "ids and handlers" : "ids"} />
    </BulkBar>
  );
}
