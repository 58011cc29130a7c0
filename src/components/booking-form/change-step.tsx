"use client";

import { Button } from "@/components/ui/button";
import { askedFields } from "./asked-changes";
import { OtherRemarks, remarksOn } from "./asked-remarks";
import { type AskingStepProps, FieldStep, goOn } from "./field-step";
import { SendProblem } from "./send-problem";
import { allFields, stepInfo } from "./steps";
import { loadChecks } from "./use-checks";

/** A step of a change, with what the agency asks beside each field. */
export function ChangeStep(props: AskingStepProps) {
  const { booking, store, now, step, steps, onOpen } = props;
  if (step === "answer") return <AnswerStep {...props} />;
  const changes = booking?.changeRequest?.changes ?? [];
  return (
    <FieldStep
      {...{ store, now, step, steps, onOpen }}
      fields={stepInfo[step].fields}
      onDone={() => goOn(props)}
      remarkOn={(field) => remarksOn(changes, field)}
    />
  );
}

/** Only what the agency asks about; sent from here when nothing else is missing. */
function AnswerStep(props: AskingStepProps) {
  const { booking, store, now, sending, step, steps, onOpen, onTakeTheirs } = props;
  const changes = booking?.changeRequest?.changes ?? [];
  const answer = async () => {
    const { problemsOf } = await loadChecks();
    const isComplete = problemsOf(store.values, allFields, "request").length === 0;
    if (isComplete) await sending.send(store.values, true);
    else onOpen("check");
  };
  return (
    <FieldStep
      {...{ store, now, step, steps, onOpen }}
      fields={askedFields(changes, allFields)}
      onDone={answer}
      remarkOn={(field) => remarksOn(changes, field)}
      lead={<OtherRemarks changes={changes} />}
      problem={<SendProblem {...{ booking, now, sending, onOpen, onTakeTheirs }} />}
      otherWay={
        <Button size="action" onClick={() => onOpen("check")}>
          Change something else
        </Button>
      }
      submit={{ label: "Send again", isPending: sending.isPending }}
    />
  );
}
