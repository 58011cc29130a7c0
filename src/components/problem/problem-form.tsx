"use client";

import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField } from "@/components/form/text-field";
import { useWish } from "@/components/form/use-wish";
import type { ProblemFields } from "./problem-schema";
import { severityOptions } from "./severities";

/** As it was written, about one of the sides that were offered. */
export type Problem<Side extends string> = Omit<ProblemFields, "about"> & { readonly about: Side };

export interface ProblemFormProps<Side extends string> {
  /** What the form is called. */
  label: string;
  sides: readonly { readonly value: Side; readonly label: string }[];
  report: (problem: Problem<Side> & { idempotencyKey: string }) => Promise<unknown>;
  refresh: () => Promise<void>;
  onDone: () => void;
}

/** About what, how bad, in a few words: for whoever is there and does not run the event. */
export function ProblemForm<Side extends string>({
  label,
  sides,
  report,
  refresh,
  onDone,
}: ProblemFormProps<Side>) {
  const wish = useWish<Problem<Side>>(report, refresh);
  const form = useZodForm(() => import("./problem-schema").then((part) => part.problemSchema), {
    about: "",
    description: "",
  });
  const send = async (answers: ProblemFields) => {
    const about = sides.find(({ value }) => value === answers.about)?.value;
    if (about === undefined || !(await wish.send({ ...answers, about }))) return;
    form.reset();
    onDone();
  };
  return (
    <Form form={form} label={label} onSubmit={send} className="grid gap-4">
      <RadioField name="about" label="About what" options={[...sides]} look="segments" />
      <RadioField name="severity" label="How bad is it" options={severityOptions} />
      <TextareaField name="description" label="What is wrong" rows={3} />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Report problem
      </FormFoot>
    </Form>
  );
}
