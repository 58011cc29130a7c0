"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Form, useZodForm } from "@/components/form/form";
import type { RequestStore } from "./request-store";
import type { RequestField } from "./request-values";
import { loadChecks } from "./use-checks";

export interface StepFormProps {
  label: string;
  store: RequestStore;
  /** What has to be right before this step is left forwards. */
  fields: readonly RequestField[];
  onDone: () => Promise<void> | void;
  children: ReactNode;
}

/** One step: checks its own fields on submit and hands every change to the store. */
export function StepForm({ label, store, fields, onDone, children }: StepFormProps) {
  const [initial] = useState(() => structuredClone(store.values));
  const form = useZodForm(() => loadChecks().then(({ schemaFor }) => schemaFor(fields, "request")), initial);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => store.change(values) }),
    [form, store],
  );
  return (
    <Form
      form={form}
      label={label}
      className="grid gap-6"
      onSubmit={async (values) => {
        store.change(values);
        await onDone();
      }}
    >
      {children}
    </Form>
  );
}
