"use client";

import { type AskingStepProps, FieldStep, goOn } from "./field-step";
import { RequestForm, type RequestFormProps } from "./request-form";
import { emptyRequest } from "./request-values";
import { stepInfo } from "./steps";

/** The form of a new booking: its first step is there with the page. */
export function NewRequestForm(props: Omit<RequestFormProps, "booking" | "initial" | "AskingStep">) {
  return <RequestForm {...props} booking={null} initial={emptyRequest} AskingStep={NewStep} />;
}

function NewStep(props: AskingStepProps) {
  const { store, now, step, steps, onOpen } = props;
  const common = { store, now, step, steps, onOpen };
  return <FieldStep {...common} fields={stepInfo[step].fields} onDone={() => goOn(props)} />;
}
