"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import type { ImportRun } from "./import-types";
import { ProblemList, problemsPerPage, type ProblemView } from "./problem-list";
import { RunResult } from "./run-result";

const pollMs = 1_000;

const isOpen = (run: ImportRun) => run.status === "queued" || run.status === "running";

/** A run: its progress, which goes on when the page is left, then what it made and left out. */
export function RunStep({ runId }: { readonly runId: string }) {
  const trpc = useTRPC();
  const [view, setView] = useState<ProblemView>({ severity: undefined, offset: 0 });
  const status = useQuery(
    trpc.bookings.importStatus.queryOptions(
      { runId, ...view, limit: problemsPerPage },
      {
        placeholderData: keepPreviousData,
        // What was true a moment ago is not worth showing: the run moves all the time.
        staleTime: 0,
        refetchInterval: (query) => (query.state.data && isOpen(query.state.data.run) ? pollMs : false),
      },
    ),
  );
  if (status.error && !status.data) {
    return (
      <FormProblem
        problem={status.error && problemOf(status.error)}
        title="This import could not be loaded"
        actions={<ButtonLink href="/admin/import">Show my imports</ButtonLink>}
      />
    );
  }
  if (!status.data) return <SkeletonRows rows={4} label="Loading the import" />;
  const { run } = status.data;
  if (isOpen(run)) return <Running run={run} />;
  return (
    <div className="grid min-w-0 gap-4">
      <RunResult run={run} />
      <ProblemList page={status.data} view={view} onView={setView} isPending={status.isPlaceholderData} />
    </div>
  );
}

function Running({ run }: { readonly run: ImportRun }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    trpc.bookings.importCancel.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.bookings.importStatus.queryKey() }),
    }),
  );
  const isStopping = run.isStopping || cancel.isPending;
  return (
    <Card title={`Importing ${run.fileName}`}>
      <div className="grid max-w-form gap-4 text-cell">
        {run.status === "queued" ? (
          <p role="status">Waiting for the imports before it.</p>
        ) : (
          <Progress
            label={isStopping ? "Finishing the bookings in hand" : "Bookings"}
            value={run.made + run.skipped + run.refused}
            max={run.total}
          />
        )}
        <p className="text-muted">
          You can leave this page. The import goes on, and you find it again under Import.
        </p>
        <FormProblem
          problem={cancel.error && problemOf(cancel.error)}
          title="The import could not be cancelled"
        />
        <div>
          <Button isPending={isStopping} onClick={() => cancel.mutate({ runId: run.id })}>
            Cancel the import
          </Button>
        </div>
      </div>
    </Card>
  );
}
