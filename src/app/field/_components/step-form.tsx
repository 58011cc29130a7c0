"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Activity, EventRecord, VenueRecord } from "./event-record";
import { loadActivityForm, loadCompleteForm, loadConfirmVenueForm, loadStartForm } from "./late-forms";
import { LateSheet, type SheetState, useSheet } from "@/components/late-sheet";
import type { NextStep } from "./next-step";
import { StepBar } from "./step-bar";

export type FormStep = Extract<
  NextStep,
  { readonly kind: "confirmVenue" | "start" | "completeActivity" | "complete" }
>;

export interface StepFormProps {
  step: FormStep;
  event: EventRecord;
  activities: readonly Activity[];
  venue: VenueRecord | undefined;
  now: string;
  aside: ReactNode;
  /** While the form is open the step stays, whatever happens to the event: nobody loses what they typed. */
  onOpenChange: (isOpen: boolean) => void;
}

/** An act with questions: the press opens its form. */
export function StepForm({ onOpenChange, aside, ...props }: StepFormProps) {
  const sheet = useSheet();
  const watched: SheetState = {
    ...sheet,
    open: () => {
      onOpenChange(true);
      sheet.open();
    },
    close: () => {
      sheet.close();
      onOpenChange(false);
    },
  };
  const title = titleOf(props.step);
  return (
    <>
      <StepBar>
        {aside}
        <Button variant="primary" size="action" onClick={watched.open} className="min-w-0 flex-1">
          <span className="truncate">{title}</span>
        </Button>
      </StepBar>
      <StepSheet {...props} sheet={watched} title={title} />
    </>
  );
}

function titleOf(step: FormStep): string {
  switch (step.kind) {
    case "confirmVenue":
      return "Confirm venue";
    case "start":
      return "Start event";
    case "completeActivity":
      return `Complete ${step.activity.activityType}`;
    case "complete":
      return "Complete event";
    default:
      return neverStep(step);
  }
}

function neverStep(step: never): never {
  throw new Error(`unknown step ${JSON.stringify(step)}`);
}

interface StepSheetProps extends Omit<StepFormProps, "aside" | "onOpenChange"> {
  sheet: SheetState;
  title: string;
}

function StepSheet({ step, event, activities, venue, now, ...of }: StepSheetProps) {
  const onDone = of.sheet.close;
  switch (step.kind) {
    case "confirmVenue":
      return venue ? <LateSheet {...of} load={loadConfirmVenueForm} props={{ venue, onDone }} /> : null;
    case "start":
      return <LateSheet {...of} load={loadStartForm} props={{ event, now, onDone }} />;
    case "completeActivity":
      return <LateSheet {...of} load={loadActivityForm} props={{ activity: step.activity, now, onDone }} />;
    case "complete":
      return <LateSheet {...of} load={loadCompleteForm} props={{ event, activities, onDone }} />;
    default:
      return neverStep(step);
  }
}
