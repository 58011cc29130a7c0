"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { loadDatesPreview } from "./late-parts";
import type { RequestStore } from "./request-store";
import type { BookingDetail, RequestField } from "./request-values";
import { StepFields } from "./step-fields";
import { StepForm } from "./step-form";
import { StepHeading } from "./step-heading";
import { type StepId, stepInfo } from "./steps";
import type { useSendRequest } from "./use-send-request";

const DatesPreview = dynamic(loadDatesPreview);

/** What the flow hands to a step that asks for something. */
export interface AskingStepProps {
  booking: BookingDetail | null;
  store: RequestStore;
  now: string;
  sending: ReturnType<typeof useSendRequest>;
  step: Exclude<StepId, "check">;
  steps: readonly StepId[];
  /** Where to go on to, when it is not the following step. */
  next: StepId | null;
  onOpen: (step: StepId) => void;
  onTakeTheirs: () => void;
}

export interface FieldStepProps extends Pick<AskingStepProps, "store" | "now" | "step" | "steps" | "onOpen"> {
  fields: readonly RequestField[];
  onDone: () => Promise<void> | void;
  /** What was asked about a field; undefined where nothing was. */
  remarkOn?: (field: RequestField) => ReactNode;
  /** Between the title and the fields. */
  lead?: ReactNode;
  /** Between the fields and the buttons. */
  problem?: ReactNode;
  /** A way out beside the main one. */
  otherWay?: ReactNode;
  /** The main button. */
  submit?: { readonly label: string; readonly isPending: boolean };
}

/** A step that asks for something: its fields, and the ways on and back. */
export function FieldStep(props: FieldStepProps) {
  const { store, now, step, steps, onOpen, fields, onDone, remarkOn, lead, problem, otherWay } = props;
  const { label, isPending } = props.submit ?? { label: "Continue", isPending: false };
  const at = steps.indexOf(step);
  return (
    <StepForm label={stepInfo[step].title} store={store} fields={fields} onDone={onDone}>
      <StepHeading title={stepInfo[step].title} takesFocus={at > 0} />
      {lead}
      <StepFields fields={fields} remarkOn={remarkOn} />
      {problem}
      <div className="flex flex-wrap gap-2 border-t border-border pt-4 max-sm:flex-col-reverse max-sm:*:w-full">
        {otherWay}
        {at > 0 ? (
          <Button size="action" onClick={() => onOpen(steps[at - 1] ?? "what")}>
            Back
          </Button>
        ) : null}
        <SubmitButton size="action" isPending={isPending}>
          {label}
        </SubmitButton>
      </div>
      {fields.includes("schedule") ? <DatesPreview now={now} /> : null}
    </StepForm>
  );
}

/** Opens the step after this one. */
export function goOn({ step, steps, next, onOpen }: AskingStepProps): void {
  onOpen(next ?? steps[steps.indexOf(step) + 1] ?? "check");
}
