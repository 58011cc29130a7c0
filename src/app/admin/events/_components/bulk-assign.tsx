"use client";

import { UserCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { counted } from "@/values/count-words";
import { resultWords } from "./assign-lines";
import type { EventRow } from "./event-columns";
import { useBulkAssign } from "./use-bulk-assign";

/** Fetched when it is first opened. */
const BulkAssignDialog = dynamic(() => import("./bulk-assign-dialog").then((part) => part.BulkAssignDialog), {
  ssr: false,
});

/** What one look at the server takes. */
const SELECTED_MAX = 200;

export interface BulkAssignProps {
  selected: readonly EventRow[];
  onClear: () => void;
  now: string;
}

/** The bar of selected events and the dialog that gives them to a manager. A run goes on while it is closed. */
export function BulkAssign({ selected, onClear, now }: BulkAssignProps) {
  const [isOpen, setIsOpen] = useState(false);
  const bulk = useBulkAssign();
  const { phase, lines } = bulk;
  if (selected.length === 0 && phase !== "running" && phase !== "done") return null;
  const close = () => {
    setIsOpen(false);
    if (phase === "running") return;
    if (phase === "done" && lines.every((line) => line.state === "assigned")) onClear();
    bulk.forget();
  };
  const clear = () => {
    onClear();
    if (phase === "done") bulk.forget();
  };
  const isTooMany = selected.length > SELECTED_MAX;
  const summary = phase === "done" ? resultWords(lines) : `${counted(selected.length, "event")} selected`;
  return (
    <>
      <BulkBar
        summary={isTooMany ? `${summary}. Select ${SELECTED_MAX} at most to assign them.` : summary}
        onClear={clear}
      >
        {isTooMany ? null : (
          <Button variant="primary" icon={<UserCheck />} onClick={() => setIsOpen(true)}>
            {buttonWords(selected.length, phase)}
          </Button>
        )}
      </BulkBar>
      {isOpen ? <BulkAssignDialog bulk={bulk} selected={selected} onClose={close} now={now} /> : null}
    </>
  );
}

function buttonWords(selected: number, phase: ReturnType<typeof useBulkAssign>["phase"]): string {
  if (phase === "running") return "Show progress";
  return phase === "done" ? "Show result" : `Assign ${counted(selected, "event")} to…`;
}
