"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type UseFormReturn,
  useForm,
  useFormState,
} from "react-hook-form";
import type * as z from "zod";
import { ErrorSummary } from "./error-summary";
import { FormIdContext } from "./form-id";

type FormSchema<Input extends FieldValues, Output> = z.ZodType<Output, Input>;

export type ZodForm<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output>;

/** A form over a zod schema: checked on submit, then live per field that failed (U-16). Nothing on blur. */
export function useZodForm<Input extends FieldValues, Output>(
  schema: FormSchema<Input, Output>,
  defaultValues: DefaultValues<Input>,
): ZodForm<Input, Output> {
  return useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: "onSubmit",
    reValidateMode: "onChange",
    // The summary takes the focus instead (U-17).
    shouldFocusError: false,
  });
}

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
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await form.handleSubmit(onSubmit)(event);
    } finally {
      isRunning.current = false;
    }
  };
  return (
    <FormProvider {...form}>
      <FormIdContext value={formId}>
        <form noValidate aria-label={label} onSubmit={submit} className={className}>
          <Summary form={form} />
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
