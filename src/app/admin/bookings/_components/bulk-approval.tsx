"use client";

import { ListChecks } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import type { BookingRow } from "./booking-columns";
import { resultWords } from "./bulk-lines";
import { counted } from "@/values/count-words";
import { type BulkPhase, useBulkApproval } from "./use-bulk-approval";

/** Fetched when the first booking is selected. */
const BulkDialog = dynamic(() => import("./bulk-dialog").then((part) => part.BulkDialog), { ssr: false });

export interface BulkApprovalProps {
  selected: readonly BookingRow[];
  onClear: () => void;
  now: string;
}

/** The bar of selected bookings and the dialog that approves them. A run goes on while the dialog is closed. */
export function BulkApproval({ selected, onClear, now }: BulkApprovalProps) {
  const [isOpen, setIsOpen] = useState(false);
  const bulk = useBulkApproval();
  const { phase } = bulk;
  if (selected.length === 0 && phase === "none") return null;
  const open = () => {
    setIsOpen(true);
    if (phase === "none") void bulk.look(selected);
  };
  // A run goes on, and its result waits to be looked at; what was only looked at is looked at again next time.
  const close = () => {
    setIsOpen(false);
    if (phase === "running") return;
    if (phase === "done" && bulk.lines.every((line) => line.state === "approved")) onClear();
    bulk.forget();
  };
  const clear = () => {
    onClear();
    if (phase === "done") bulk.forget();
  };
  return (
    <>
      <BulkBar summary={summaryOf(selected.length, bulk)} onClear={clear}>
        <Button variant="primary" icon={<ListChecks />} onClick={open}>
          {buttonWords(selected.length, phase)}
        </Button>
      </BulkBar>
      <BulkDialog bulk={bulk} isOpen={isOpen} onClose={close} now={now} />
    </>
  );
}

function buttonWords(selected: number, phase: BulkPhase): string {
  if (phase === "running") return "Show progress";
  return phase === "done" ? "Show result" : `Approve ${counted(selected, "booking")}…`;
}

function summaryOf(selected: number, bulk: ReturnType<typeof useBulkApproval>): string {
  if (bulk.phase === "running") return `Approving: ${bulk.settled} of ${bulk.total}`;
  if (bulk.phase === "done") return resultWords(bulk.lines);
  return `${counted(selected, "booking")} selected`;
}
