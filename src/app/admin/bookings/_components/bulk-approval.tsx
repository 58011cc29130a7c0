"use client";

import { ListChecks } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import type { BookingRow } from "./booking-columns";
import { counted } from "./counted";
import { useBulkApproval } from "./use-bulk-approval";

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
  const isRunning = bulk.phase === "running";
  if (selected.length === 0 && bulk.phase === "none") return null;
  const open = () => {
    setIsOpen(true);
    if (!isRunning) void bulk.look(selected);
  };
  const close = () => {
    setIsOpen(false);
    if (bulk.phase !== "done") return;
    if (bulk.lines.every((line) => line.state === "approved")) onClear();
    bulk.forget();
  };
  return (
    <>
      <BulkBar summary={summaryOf(selected.length, bulk)} onClear={onClear}>
        <Button variant="primary" icon={<ListChecks />} onClick={open}>
          {isRunning ? "Show progress" : `Approve ${counted(selected.length, "booking")}…`}
        </Button>
      </BulkBar>
      <BulkDialog bulk={bulk} isOpen={isOpen} onClose={close} now={now} />
    </>
  );
}

function summaryOf(selected: number, bulk: ReturnType<typeof useBulkApproval>): string {
  if (bulk.phase === "running") return `Approving: ${bulk.settled} of ${bulk.total}`;
  return `${counted(selected, "booking")} selected`;
}
