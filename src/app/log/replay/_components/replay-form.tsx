"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { Field } from "@/components/form/field";
import { Form, useZodForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField } from "@/components/form/text-field";
import { Input } from "@/components/ui/input";
import type { RouterOutputs } from "@/trpc/client";
import type { Range, ReplayFields } from "./replay-schema";

type HandlerRow = RouterOutputs["log"]["handlers"][number];

export interface ReplayFormProps {
  readonly handlers: readonly HandlerRow[];
  /** The handler to begin with, where the address names one. */
  readonly handler: string;
  readonly now: string;
  readonly onDryRun: (range: Range) => void;
}

/** Handler and range; sending it only looks at what would happen. */
export function ReplayForm({ handlers, handler, now, onDryRun }: ReplayFormProps) {
  const first = handlers.find((row) => row.handler === handler) ?? handlers[0];
  const form = useZodForm<ReplayFields, Range>(
    () => import("./replay-schema").then((part) => part.replaySchema),
    {
      handler: first?.handler ?? "",
      from: minute(now, -24 * 3_600_000),
      to: minute(now, 60_000),
      factType: "",
      onlyNeverDelivered: false,
      sideEffects: false,
    },
  );
  return (
    <Form form={form} label="What to replay" onSubmit={onDryRun} className="grid gap-4">
      <SelectField
        name="handler"
        label="Handler"
        options={handlers.map(({ handler: value }) => option(value))}
      />
      <TypeField handlers={handlers} />
      <div className="grid gap-4 sm:grid-cols-2">
        <MomentField name="from" label="From (UTC)" />
        <MomentField name="to" label="To (UTC), exclusive" />
      </div>
      <CheckboxField
        name="onlyNeverDelivered"
        label="Only entries that the handler never finished"
        hint="Leaves out every entry with a receipt. Skipped ones are taken."
      />
      <CheckboxField
        name="sideEffects"
        label="Let it reach people: send the messages and mails it would send"
        hint="Off, a replay only rebuilds rows and tells nobody anything. On, whoever has no message about an entry yet gets one now."
      />
      <div>
        <SubmitButton>Dry run</SubmitButton>
      </div>
    </Form>
  );
}

function option(value: string) {
  return { value, label: value };
}

/** `YYYY-MM-DDTHH:mm` in UTC, some milliseconds away. */
function minute(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString().slice(0, 16);
}

/** The types that the chosen handler hears today. */
function TypeField({ handlers }: Pick<ReplayFormProps, "handlers">) {
  const chosen = useWatch<ReplayFields, "handler">({ name: "handler" });
  const types = handlers.find(({ handler }) => handler === chosen)?.subscriptions ?? [];
  return (
    <SelectField
      name="factType"
      label="Type"
      placeholder="All that it hears"
      options={types.map(({ type }) => option(type))}
    />
  );
}

function MomentField({ name, label }: { readonly name: "from" | "to"; readonly label: string }) {
  const { register } = useFormContext<ReplayFields>();
  return (
    <Field name={name} label={label}>
      {(control) => <Input {...control} {...register(name)} type="datetime-local" className="font-mono" />}
    </Field>
  );
}
