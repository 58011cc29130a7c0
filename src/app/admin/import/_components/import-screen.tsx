"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";
import { useTRPC } from "@/trpc/client";
import { ChooseFile } from "./choose-file";
import type { ImportTarget } from "./import-types";
import { RecentRuns } from "./recent-runs";

/** The later steps come with their own code; choosing a file needs none of it. */
const loading = () => <SkeletonRows rows={8} label="Loading this step" />;
const MapColumns = dynamic(() => import("./map-columns").then((part) => part.MapColumns), { loading });
const DryRun = dynamic(() => import("./dry-run").then((part) => part.DryRun), { loading });
const RunStep = dynamic(() => import("./run-step").then((part) => part.RunStep), { loading });

const steps = [
  { id: "file", label: "Choose file" },
  { id: "map", label: "Map columns" },
  { id: "check", label: "Dry run" },
  { id: "run", label: "Import" },
];

/** File, columns, dry run, run. File and run stand in the address, so both are found again after a reload (U-5). */
export function ImportScreen({ now }: { readonly now: string }) {
  const search = useSearchParams();
  const router = useRouter();
  const [checked, setChecked] = useState<ImportTarget | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const [fileId, runId] = [search.get("file"), search.get("run")];
  const target = checked !== null && checked.fileId === fileId ? checked : null;
  const stepId = currentStep({ fileId, runId, isChecking: isChecking && target !== null });
  const go = (query: string) => router.push(`/admin/import${query}` as Route, { scroll: false });

  return (
    <>
      <PageHeader
        title="Import bookings"
        meta="Rows with the same id become one submitted booking. A second import of a file adds nothing."
        actions={
          stepId === "file" ? undefined : <ButtonLink href="/admin/import">Import another file</ButtonLink>
        }
      />
      <Stepper
        steps={steps}
        currentId={stepId}
        {...(stepId === "check" && {
          onOpen: (id: string) => (id === "file" ? go("") : setIsChecking(false)),
        })}
      />
      <StepSection key={stepId} id={stepId}>
        {stepId === "file" ? (
          <>
            <ChooseFile onChosen={(id) => go(`?file=${id}`)} />
            <RecentRuns now={now} />
          </>
        ) : null}
        {stepId === "map" && fileId !== null ? (
          <MapStep
            fileId={fileId}
            target={target}
            onMapped={(mapped) => {
              setChecked(mapped);
              setIsChecking(true);
            }}
          />
        ) : null}
        {stepId === "check" && target !== null ? (
          <DryRun
            target={target}
            now={now}
            onBack={() => setIsChecking(false)}
            onStarted={(id) => go(`?run=${id}`)}
          />
        ) : null}
        {stepId === "run" && runId !== null ? <RunStep runId={runId} /> : null}
      </StepSection>
    </>
  );
}

/** Takes the focus when the step changes, or it would fall back to the top of the page. */
function StepSection({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The first step is where a page begins, and a page that was just loaded takes no focus.
    if (id !== "file") section.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={steps.find((step) => step.id === id)?.label}
      className="grid min-w-0 gap-4 outline-none"
    >
      {children}
    </section>
  );
}

function currentStep(at: { fileId: string | null; runId: string | null; isChecking: boolean }): string {
  if (at.runId !== null) return "run";
  if (at.fileId === null) return "file";
  return at.isChecking ? "check" : "map";
}

interface MapStepProps {
  readonly fileId: string;
  readonly target: ImportTarget | null;
  readonly onMapped: (target: ImportTarget) => void;
}

function MapStep({ fileId, target, onMapped }: MapStepProps) {
  const trpc = useTRPC();
  const head = useQuery(trpc.bookings.importFile.queryOptions({ fileId }));
  const choices = useQuery(trpc.directory.choices.queryOptions({}));
  const error = head.error ?? choices.error;
  if (error) {
    return (
      <FormProblem
        problem={problemOf(error)}
        title="The file could not be opened"
        actions={<ButtonLink href="/admin/import">Choose another file</ButtonLink>}
      />
    );
  }
  if (!head.data || !choices.data) return <SkeletonRows rows={8} label="Reading the file" />;
  if (head.data.problem) {
    return (
      <FormProblem
        problem={{ code: "INVALID", message: head.data.problem.message }}
        title={`${head.data.name} cannot be imported`}
        actions={<ButtonLink href="/admin/import">Choose another file</ButtonLink>}
      />
    );
  }
  return <MapColumns head={head.data} clients={choices.data.clients} target={target} onMapped={onMapped} />;
}
