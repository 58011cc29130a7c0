"use client";

import { lazy, Suspense, useState } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { CopyButton } from "@/components/ui/copy-button";
import type { ListedLine } from "./merge-lines";
import type { LogSelection } from "./use-log-selection";

/** A dialog that most visits never open. */
const RetrySelected = lazy(() =>
  import("./retry-selected").then((part) => ({ default: part.RetrySelected })),
);

export interface SelectedBarProps {
  readonly selection: LogSelection;
  readonly isMatrix: boolean;
  readonly lines: readonly ListedLine[];
  /** Called when states have changed. */
  readonly onChanged: () => void;
}

const FAILED: ReadonlySet<string> = new Set(["parked", "retrying"]);

/** What can be done with what is marked. */
export function SelectedBar({ selection, isMatrix, lines, onChanged }: SelectedBarProps) {
  const { keys, clear } = selection;
  const [outcome, setOutcome] = useState("");
  const what = isMatrix ? ["delivery", "deliveries"] : ["entry", "entries"];
  const failed = lines.flatMap(({ id, handlers }) =>
    handlers
      .filter(({ handler, state }) => keys.has(`${id} ${handler}`) && FAILED.has(state))
      .map(({ handler }) => ({ factId: id, handler })),
  );
  if (keys.size === 0) {
    return (
      <p role="status" className="px-4 pb-2 text-cell text-muted empty:hidden">
        {outcome}
      </p>
    );
  }
  return (
    <BulkBar summary={`${keys.size} ${keys.size === 1 ? what[0] : what[1]} selected`} onClear={clear}>
      {failed.length === 0 ? null : (
        <Suspense>
          <RetrySelected
            failed={failed}
            onDone={({ retried, refused }) => {
              setOutcome([`${retried} retried.`, ...refused].join(" "));
              clear();
              onChanged();
            }}
          />
        </Suspense>
      )}
      <CopyButton text={[...keys].join("\n")} what={isMatrix ? "ids and handlers" : "ids"} />
    </BulkBar>
  );
}
