"use client";

import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Button } from "@/components/ui/button";
import type { TimesheetLine } from "./timesheet-line";

const CorrectDialog = dynamic(() => import("./correct-dialog").then((part) => part.CorrectDialog), {
  ssr: false,
});

/** What the desk may do about one line. */
export function LineActs({ line }: { line: TimesheetLine }) {
  const correct = useLateDialog();
  if (!line.can.correctHours) return null;
  return (
    <>
      <Button
        variant="quiet"
        onClick={correct.open}
        aria-label={`Correct the hours of ${line.person.name} on ${line.date}`}
      >
        Correct…
      </Button>
      {correct.wasOpened ? <CorrectDialog line={line} {...correct.dialog} /> : null}
    </>
  );
}
