"use client";

import dynamic from "next/dynamic";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { askedFields } from "./asked-changes";
import { loadDatesPreview, loadSendProblem } from "./late-parts";
import type { RequestStore } from "./request-store";
import type { BookingDetail } from "./request-values";
import { StepFields, OtherRemarks } from "./step-fields";
import { StepForm } from "./step-form";
import { StepHeading } from "./step-heading";
import { allFields, type StepId, stepInfo } from "./steps";
import { loadChecks } from "./use-checks";
import type { useSendRequest } from "./use-send-request";

const DatesPreview = dynamic(loadDatesPreview);
/** Only an answer is sent from here, and seldom refused. */
const SendProblem = dynamic(loadSendProblem);

export interface FieldStepProps {
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

/** A step that asks for something. */
export function FieldStep(props: FieldStepProps) {
  const { booking, store, now, sending, step, steps, next, onOpen, onTakeTheirs } = props;
  const changes = booking?.changeRequest?.changes ?? [];
  const isAnswer = step === "answer";
  const fields = isAnswer ? askedFields(changes, allFields) : stepInfo[step].fields;
  const at = steps.indexOf(step);
  const goOn = () => onOpen(next ?? steps[at + 1] ?? "check");
  const answer = async () => {
    const { problemsOf } = await loadChecks();
    const isComplete = problemsOf(store.values, allFields, "request").length === 0;
    if (isComplete) await sending.send(store.values, true);
    else onOpen("check");
  };
  return (
    <StepForm label={stepInfo[step].title} store={store} fields={fields} onDone={isAnswer ? answer : goOn}>
      <StepHeading title={stepInfo[step].title} takesFocus={at > 0} />
      {isAnswer ? <OtherRemarks changes={changes} /> : null}
      <StepFields fields={fields} changes={changes} />
      {isAnswer ? (
        <SendProblem
          booking={booking}
          now={now}
          problem={sending.problem}
          onOpen={onOpen}
          onKeepMine={sending.rebase}
          onTakeTheirs={onTakeTheirs}
        />
      ) : null}
      <div className="flex flex-wrap gap-2 border-t border-border pt-4 max-sm:flex-col-reverse max-sm:*:w-full">
        {isAnswer ? (
          <Button size="action" onClick={() => onOpen("check")}>
            Change something else
          </Button>
        ) : null}
        {at > 0 ? (
          <Button size="action" onClick={() => onOpen(steps[at - 1] ?? "what")}>
            Back
          </Button>
        ) : null}
        <SubmitButton size="action" isPending={isAnswer && sending.isPending}>
          {isAnswer ? "Send again" : "Continue"}
        </SubmitButton>
      </div>
      {fields.includes("schedule") ? <DatesPreview now={now} /> : null}
    </StepForm>
  );
}
