"use client";

import { type ReactNode, useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { useNow } from "@/components/use-now";
import { type Activity, eventHref, type EventRecord, type VenueRecord } from "./event-record";
import { loadFormsAhead } from "./late-forms";
import { type NextStep, nextStep } from "./next-step";
import { StartActivityStep, StartPreparationStep } from "./step-acts";
import { StepBar } from "./step-bar";
import { StepForm } from "./step-form";

export interface NextStepBarProps {
  event: EventRecord;
  /** Undefined while they are not known: then no step is offered that they could forbid. */
  activities: readonly Activity[] | undefined;
  venue: VenueRecord | undefined;
  now: string;
  /** Beside the main action. */
  aside?: ReactNode;
  /** Instead of a step, when there is nothing to do but wait. */
  fallback?: ReactNode;
}

/** The one thing to do next, within reach of a thumb. */
export function NextStepBar({ aside = null, fallback = null, activities, ...of }: NextStepBarProps) {
  const moment = useNow(of.now);
  const [held, setHeld] = useState<NextStep | null>(null);
  useEffect(loadFormsAhead, []);
  const next = activities === undefined ? null : nextStep(of.event, activities, moment);
  const step = held ?? (next?.kind === "confirmVenue" && of.venue === undefined ? null : next);
  if (step !== null) {
    return (
      <Step
        {...of}
        activities={activities ?? []}
        step={step}
        aside={aside}
        onOpenChange={(isOpen) => setHeld(isOpen ? step : null)}
      />
    );
  }
  if (aside === null && fallback === null) return null;
  return (
    <StepBar>
      {aside}
      {fallback}
    </StepBar>
  );
}

interface StepProps extends Omit<NextStepBarProps, "fallback" | "aside" | "activities"> {
  step: NextStep;
  activities: readonly Activity[];
  aside: ReactNode;
  onOpenChange: (isOpen: boolean) => void;
}

function Step({ step, ...of }: StepProps) {
  switch (step.kind) {
    case "startPreparation":
      return <StartPreparationStep event={of.event} aside={of.aside} />;
    case "startActivity":
      return <StartActivityStep key={step.activity.id} activity={step.activity} aside={of.aside} />;
    case "checklist":
      return (
        <StepBar>
          {of.aside}
          <ButtonLink
            href={eventHref(of.event.id, "checklist")}
            variant="primary"
            size="action"
            className="min-w-0 flex-1"
          >
            {`Open checklist, ${step.open} to do`}
          </ButtonLink>
        </StepBar>
      );
    case "completeActivity":
      return <StepForm key={step.activity.id} {...of} step={step} />;
    case "confirmVenue":
    case "start":
    case "complete":
      return <StepForm key={step.kind} {...of} step={step} />;
    default:
      return neverStep(step);
  }
}

function neverStep(step: never): never {
  throw new Error(`unknown step ${JSON.stringify(step)}`);
}
