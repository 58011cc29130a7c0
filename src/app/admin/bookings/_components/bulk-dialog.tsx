"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import { BulkLineRow } from "./bulk-line-row";
import { type Leftover, resultWords, runWords, toRun } from "./bulk-lines";
import { counted } from "@/values/count-words";
import type { useBulkApproval } from "./use-bulk-approval";

const LEFTOVERS = [
  { value: "leave-out", label: "Leave bookings with blocked dates out" },
  { value: "clear-dates", label: "Approve their other dates, leave the blocked ones undecided" },
] as const;

export interface BulkDialogProps {
  bulk: ReturnType<typeof useBulkApproval>;
  isOpen: boolean;
  onClose: () => void;
  now: string;
}

/** Preview, progress and results of a bulk approval in one place (U-13). */
export function BulkDialog({ bulk, isOpen, onClose, now }: BulkDialogProps) {
  const [leftover, setLeftover] = useState<Leftover>("leave-out");
  const { phase, lines } = bulk;
  const hasBlocked = lines.some((line) => line.state === "ready" && line.blocked.length > 0);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="wide"
      title={phase === "done" ? "Result of the approval" : `Approve ${counted(lines.length, "booking")}`}
      description={
        phase === "ready" ? "Every date that waits for a decision, unless it is blocked." : undefined
      }
      footer={<Footer bulk={bulk} leftover={leftover} onClose={onClose} />}
    >
      <div className="grid gap-3">
        {phase === "running" ? (
          <Progress label="Approving, you can close this meanwhile" value={bulk.settled} max={bulk.total} />
        ) : null}
        {phase === "done" ? (
          <p role="status" className="text-cell font-medium">
            {resultWords(lines)}
          </p>
        ) : null}
        {phase === "ready" && hasBlocked ? (
          <RadioGroup
            name="bulk-blocked"
            label="Bookings with blocked dates"
            options={LEFTOVERS}
            value={leftover}
            onChange={setLeftover}
          />
        ) : null}
        <ul
          aria-label="Selected bookings"
          className="divide-y divide-border rounded-control border border-border"
        >
          {lines.map((line) => (
            <BulkLineRow key={line.row.bookingId} line={line} now={now} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Footer({
  bulk,
  leftover,
  onClose,
}: Pick<BulkDialogProps, "bulk" | "onClose"> & { leftover: Leftover }) {
  const { phase, lines } = bulk;
  if (phase === "done") {
    const failed = lines.filter((line) => line.state === "failed").length;
    return (
      <>
        {failed > 0 ? (
          <Button
            variant="primary"
            onClick={() => void bulk.retry(leftover)}
          >{`Retry ${failed} failed`}</Button>
        ) : null}
        <Button onClick={onClose}>Close</Button>
      </>
    );
  }
  if (phase !== "ready") return <Button onClick={onClose}>Close</Button>;
  const count = toRun(lines, leftover).length;
  return (
    <>
      <p className="mr-auto self-center text-cell text-muted">{runWords(lines, leftover)}</p>
      <Button onClick={onClose}>Keep them waiting</Button>
      {count > 0 ? (
        <Button variant="primary" onClick={() => void bulk.run(leftover)}>
          {`Approve ${counted(count, "booking")}`}
        </Button>
      ) : null}
    </>
  );
}
