"use client";

import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type Resolver,
  type UseFormReturn,
  useForm,
  useFormState,
} from "react-hook-form";
import type * as z from "zod";
import { ErrorSummary } from "./error-summary";
import { FormIdContext } from "./form-id";
import { FormProblem, type Problem } from "./form-problem";
import { problemOf } from "./problem-of";

type FormSchema<Input extends FieldValues, Output> = z.ZodType<Output, Input>;

/** The schema, or how to fetch it: light screens keep zod out of their first load that way. */
export type SchemaSource<Input extends FieldValues, Output> =
  | FormSchema<Input, Output>
  | (() => Promise<FormSchema<Input, Output>>);

export type ZodForm<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output>;

/** A form over a zod schema: checked on submit, then live per field that failed (U-16). Nothing on blur. */
export function useZodForm<Input extends FieldValues, Output>(
  source: SchemaSource<Input, Output>,
  defaultValues: DefaultValues<Input>,
): ZodForm<Input, Output> {
  return useForm<Input, unknown, Output>({
    resolver: lazyResolver(source),
    defaultValues,
    mode: "onSubmit",
    reValidateMode: "onChange",
    // The summary takes the focus instead (U-17).
    shouldFocusError: false,
  });
}

/** Loads the zod adapter, and the schema where it is fetched, with the first check of the form. */
function lazyResolver<Input extends FieldValues, Output>(
  source: SchemaSource<Input, Output>,
): Resolver<Input, unknown, Output> {
  return async (values, context, options) => {
    const parts = [
      import("@hookform/resolvers/zod"),
      typeof source === "function" ? source() : source,
    ] as const;
    const [{ zodResolver }, schema] = await Promise.all(parts).catch((cause: unknown) => {
      throw new ChecksMissing("the checks of the form did not come", { cause });
    });
    return zodResolver(schema)(values, context, options);
  };
}

/** The code of the checks could not be fetched: the connection is gone, or a new version is being put up. */
class ChecksMissing extends Error {}

export interface FormProps<Input extends FieldValues, Output> {
  form: ZodForm<Input, Output>;
  /** Called with the parsed values. A press while it runs is ignored (U-22). */
  onSubmit: (values: Output) => Promise<void> | void;
  /** The accessible name of the form. */
  label: string;
  children: ReactNode;
  className?: string;
}

/** The form element with its error summary. Input survives every failure: nothing is reset here (U-19). */
export function Form<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
  const { form, onSubmit, label, children, className = "grid max-w-form gap-4" } = props;
  const formId = useId();
  const isRunning = useRef(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning.current) return;
    isRunning.current = true;
    setProblem(null);
    try {
      await form.handleSubmit(onSubmit)(event);
    } catch (error) {
      if (!(error instanceof ChecksMissing)) throw error;
      setProblem(problemOf(error));
    } finally {
      isRunning.current = false;
    }
  };
  return (
    <FormProvider {...form}>
      <FormIdContext value={formId}>
        <form method="post" noValidate aria-label={label} onSubmit={submit} className={className}>
          <Summary form={form} />
          <FormProblem problem={problem} />
          {children}
        </form>
      </FormIdContext>
    </FormProvider>
  );
}

function Summary<Input extends FieldValues, Output>({ form }: { form: ZodForm<Input, Output> }) {
  const { errors, submitCount } = useFormState({ control: form.control });
  return <ErrorSummary errors={errors} submitCount={submitCount} />;
}
