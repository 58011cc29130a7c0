"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { BookingSamples } from "./booking-samples";
import type { ImportPreview, ImportTarget } from "./import-types";
import { counted } from "@/values/count-words";
import { PreviewFigures } from "./preview-figures";
import { ProblemList, problemsPerPage, type ProblemView } from "./problem-list";
import { RefusedDownload } from "./refused-download";

interface DryRunProps {
  readonly target: ImportTarget;
  readonly now: string;
  readonly onBack: () => void;
  readonly onStarted: (runId: string) => void;
}

/** What the import would do, with every problem by row, and the button that does it. */
export function DryRun({ target, now, onBack, onStarted }: DryRunProps) {
  const trpc = useTRPC();
  const [view, setView] = useState<ProblemView>({ severity: undefined, offset: 0 });
  // One key for this plan: a second press, or one after a lost answer, starts nothing twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const preview = useQuery(
    trpc.bookings.importPreview.queryOptions(
      { ...target, ...view, limit: problemsPerPage },
      { placeholderData: keepPreviousData },
    ),
  );
  const start = useMutation(
    trpc.bookings.import.mutationOptions({ onSuccess: ({ runId }) => onStarted(runId) }),
  );
  const back = <Button onClick={onBack}>Change the columns</Button>;
  if (preview.error && !preview.data) {
    return (
      <FormProblem
        problem={preview.error && problemOf(preview.error)}
        title="The file could not be checked"
        actions={back}
      />
    );
  }
  if (!preview.data) return <SkeletonRows rows={8} label="Checking the file" />;
  const { summary, errors } = preview.data;
  return (
    <div className="grid min-w-0 gap-4">
      <PreviewFigures summary={summary} />
      {summary.bookings === 0 ? <NothingToDo preview={preview.data} /> : null}
      <BookingSamples samples={summary.samples} total={summary.bookings} now={now} />
      <ProblemList page={preview.data} view={view} onView={setView} isPending={preview.isPlaceholderData} />
      <FormProblem problem={start.error && problemOf(start.error)} title="The import did not start" />
      <ActionBar
        summary={`Dry run: nothing has been written yet. ${counted(summary.rowsRefused, "row")} left out.`}
      >
        {back}
        {errors > 0 ? <RefusedDownload of={target} /> : null}
        {summary.bookings > 0 ? (
          <Button
            variant="primary"
            isPending={start.isPending || start.isSuccess}
            onClick={() => start.mutate({ ...target, idempotencyKey })}
          >
            {`Import ${counted(summary.bookings, "booking")}`}
          </Button>
        ) : null}
      </ActionBar>
    </div>
  );
}

function NothingToDo({ preview }: { readonly preview: ImportPreview }) {
  const { alreadyImported } = preview.summary;
  if (alreadyImported > 0 && preview.errors === 0) {
    return (
      <Notice tone="good" title="Everything in this file is imported already">
        {`${counted(alreadyImported, "booking")} came from it before. There is nothing left to do.`}
      </Notice>
    );
  }
  return (
    <Notice tone="caution" title="Nothing in this file can be imported as it is">
      Look at the problems below. Most often a column is mapped wrongly, or the dates are read in the wrong
      order.
    </Notice>
  );
}
