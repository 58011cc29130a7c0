import { groupDigits } from "@/values/count-words";
import { ButtonLink } from "@/components/ui/button";
import { Figure } from "@/components/ui/figure";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/values/count-words";
import type { ImportRun } from "./import-types";
import { RefusedDownload } from "./refused-download";

/** What a finished run made, found there already and left out. */
export function RunResult({ run }: { readonly run: ImportRun }) {
  return (
    <div className="grid gap-4">
      <Outcome run={run} />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Figure
          label="Bookings made"
          value={groupDigits(run.made)}
          hint="Submitted, waiting for a decision"
        />
        <Figure label="Imported before" value={groupDigits(run.skipped)} hint="Left as they were" />
        <Figure label="Bookings refused" value={groupDigits(run.refused)} />
        <Figure label="Venues added" value={groupDigits(run.venuesMade)} />
      </div>
    </div>
  );
}

function Outcome({ run }: { readonly run: ImportRun }) {
  const actions = (
    <>
      {run.made + run.skipped > 0 ? (
        <ButtonLink href="/admin/bookings" variant="primary">
          Open the bookings
        </ButtonLink>
      ) : null}
      {run.errors > 0 && run.fileId !== null ? <RefusedDownload of={{ runId: run.id }} /> : null}
    </>
  );
  switch (run.status) {
    case "cancelled":
      return (
        <Notice
          tone="caution"
          role="status"
          title={`${run.fileName} was cancelled on the way`}
          actions={actions}
        >
          {`${counted(run.made, "booking")} of ${groupDigits(run.total)} had been made and stay. Import the file again for the rest.`}
        </Notice>
      );
    case "failed":
      return (
        <Notice
          tone="problem"
          role="alert"
          title={`${run.fileName} was not imported to the end`}
          actions={actions}
        >
          {run.failure}
        </Notice>
      );
    default:
      return (
        <Notice
          tone={run.errors > 0 ? "caution" : "good"}
          role="status"
          title={doneTitle(run)}
          actions={actions}
        >
          {run.errors > 0
            ? "Some rows were left out. Download them, correct them and import that file: what is there stays."
            : "Nothing was left out."}
        </Notice>
      );
  }
}

function doneTitle(run: ImportRun): string {
  return run.made === 0 && run.skipped > 0
    ? `${run.fileName} was imported before: nothing was added`
    : `${counted(run.made, "booking")} made from ${run.fileName}`;
}
