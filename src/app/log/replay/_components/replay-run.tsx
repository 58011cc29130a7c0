"use client";

import { RotateCw, Square } from "lucide-react";
import { useState } from "react";
import { type CountUpTo, deliveries, logEntries } from "@/app/log/_components/counted";
import { ReasonDialog } from "@/app/log/_components/reason-dialog";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { Range } from "./replay-schema";
import { type ReplayProgress, useReplayRun } from "./use-replay-run";

/** The run itself: started with a reason, with its progress and a stop. */
export function ReplayRun({ range, inRange }: { readonly range: Range; readonly inRange: CountUpTo }) {
  const [isAsking, setIsAsking] = useState(false);
  const { progress, start, stop } = useReplayRun(range);
  const { state, problem } = progress;
  return (
    <div className="grid gap-3 border-t border-border pt-4">
      {state === "ready" ? (
        <div>
          <Button variant="primary" icon={<RotateCw />} onClick={() => setIsAsking(true)}>
            {`Replay to ${range.handler}…`}
          </Button>
        </div>
      ) : (
        <Progressing progress={progress} inRange={inRange} handler={range.handler} />
      )}
      {state === "running" ? (
        <div>
          <Button icon={<Square />} onClick={stop}>
            Stop
          </Button>
        </div>
      ) : null}
      <FormProblem problem={problem} />
      <ReasonDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Replay to ${range.handler}`}
        description={effectWords(range, inRange)}
        verb={`Replay to ${range.handler}`}
        act={({ reason }) => {
          // The run goes on behind the dialog and shows its own problems.
          void start(reason);
          return Promise.resolve();
        }}
      />
    </div>
  );
}

function effectWords({ sideEffects, onlyNeverDelivered }: Range, inRange: CountUpTo): string {
  const what = onlyNeverDelivered ? "Those never finished of" : "All of";
  const people = sideEffects
    ? "People who have no message about them yet are told now."
    : "Nobody is told anything.";
  return `${what} ${logEntries(inRange)} are queued, up to 500 at a time. ${people} Each step is a log entry with your reason.`;
}

function Progressing(props: {
  readonly progress: ReplayProgress;
  readonly inRange: CountUpTo;
  readonly handler: string;
}) {
  const { progress, inRange, handler } = props;
  const { state, queued, waiting } = progress;
  const open = waiting === 0 ? "" : ` ${deliveries(waiting)} were open with ${handler} after the last step.`;
  switch (state) {
    case "running":
      return (
        <>
          <Progress label="Queued" value={queued} max={inRange.count} />
          <p className="text-meta text-muted">
            Keep this page open: it queues step after step, and waits while too many are open.
          </p>
        </>
      );
    case "done":
      return (
        <Notice tone="good" role="status" title={`${logEntries(queued)} queued`}>
          {`The range is through.${open}`}
        </Notice>
      );
    case "stopped":
      return (
        <Notice tone="neutral" role="status" title={`Stopped after ${logEntries(queued)}`}>
          {`What was queued is still handled.${open}`}
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="problem" title={`Ended after ${logEntries(queued)}`}>
          What was queued is still handled. Another dry run begins anew.
        </Notice>
      );
    default:
      return null;
  }
}
