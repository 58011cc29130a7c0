"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { AssignLineRow } from "./assign-line-row";
import { type Busy, resultWords, runWords, toAssign } from "./assign-lines";
import type { EventRow } from "./event-columns";
import type { useBulkAssign } from "./use-bulk-assign";

const BUSY = [
  { value: "leave-out", label: "Leave out events during which they are elsewhere" },
  { value: "assign", label: "Assign them too, with a reason" },
] as const;

export interface BulkAssignDialogProps {
  bulk: ReturnType<typeof useBulkAssign>;
  selected: readonly EventRow[];
  onClose: () => void;
  now: string;
}

/** Choice of the manager, preview with conflicts, progress and a result per event in one place (U-13). */
export function BulkAssignDialog({ bulk, selected, onClose, now }: BulkAssignDialogProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.events.choices.queryOptions());
  const [managerId, setManagerId] = useState("");
  const [busy, setBusy] = useState<Busy>("leave-out");
  const [reason, setReason] = useState("");
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const { phase, lines } = bulk;
  const managers = choices.data?.managers ?? [];
  const name = managers.find((one) => one.id === managerId)?.name ?? "them";
  const hasBusy = lines.some((line) => line.state === "ready" && line.isBusy);
  const choose = (id: string) => {
    setManagerId(id);
    if (id === "") bulk.forget();
    else void bulk.look(selected, id);
  };
  const run = () => {
    const isMissing = hasBusy && busy === "assign" && reason.trim() === "";
    setIsReasonMissing(isMissing);
    if (!isMissing) void bulk.run({ managerId, busy, reason: reason.trim() });
  };
  const count = phase === "ready" ? toAssign(lines, busy).length : 0;
  const settled = lines.filter((line) => line.state === "assigned" || line.state === "failed").length;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      size="wide"
      title={phase === "done" ? "Result of the assignment" : `Assign ${counted(selected.length, "event")}`}
      footer={
        <>
          <Button onClick={onClose}>
            {phase === "done" || phase === "running" ? "Close" : "Leave them as they are"}
          </Button>
          {count > 0 ? (
            <Button variant="primary" onClick={run}>
              {runWords(lines, busy, name)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-3 pb-2">
        {phase === "running" ? (
          <Progress label="Assigning, you can close this meanwhile" value={settled} max={lines.length} />
        ) : null}
        {phase === "done" ? (
          <p role="status" className="text-cell font-medium">
            {resultWords(lines)}
          </p>
        ) : null}
        {phase === "running" || phase === "done" ? null : (
          <label className="grid max-w-form gap-1 text-cell font-medium">
            Field manager
            <NativeSelect
              placeholder="Choose one"
              options={managers.map((one) => ({ value: one.id, label: one.name }))}
              value={managerId}
              onChange={(event) => choose(event.target.value)}
            />
          </label>
        )}
        <FormProblem problem={bulk.problem} />
        {phase === "looking" ? <p className="text-cell text-muted">Looking for conflicts…</p> : null}
        {phase === "ready" && hasBusy ? (
          <>
            <RadioGroup
              name="bulk-busy"
              label="Events during which they are elsewhere"
              options={BUSY}
              value={busy}
              onChange={setBusy}
            />
            {busy === "assign" ? (
              <label className="grid max-w-form gap-1 text-cell font-medium">
                Reason
                <Textarea
                  rows={2}
                  maxLength={1000}
                  value={reason}
                  aria-invalid={isReasonMissing || undefined}
                  onChange={(event) => setReason(event.target.value)}
                />
                {isReasonMissing ? (
                  <span role="alert" className="font-normal text-on-problem">
                    Say why they can do both.
                  </span>
                ) : null}
              </label>
            ) : null}
          </>
        ) : null}
        {lines.length === 0 ? null : (
          <ul
            aria-label="Selected events"
            className="divide-y divide-border rounded-control border border-border"
          >
            {lines.map((line) => (
              <AssignLineRow key={line.row.id} line={line} now={now} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
