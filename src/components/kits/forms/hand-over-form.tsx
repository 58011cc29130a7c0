"use client";

import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName, type KitAtEvent } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { peopleOptions } from "./check-out-form";
import { CONDITIONS } from "./condition-options";
import type { HandOverFields } from "./schemas";

/** To somebody else, on to the next activity, or both; with the condition that it is in. */
export function HandOverForm({ item, kits, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["handOver"]>((input) => client.kits.handOver.mutate(input));
  const further = kits.items.filter((other) => canGoTo(item, other));
  const form = useZodForm(() => import("./schemas").then((part) => part.handOverSchema), {
    toPersonId: "",
    toKitAssignmentId: "",
    condition: item.kit?.condition ?? "good",
    notes: "",
  });
  const send = async ({ toPersonId, toKitAssignmentId, condition, notes }: HandOverFields) => {
    const sent = await wish.send({
      kitAssignmentId: item.kitAssignmentId,
      toPersonId,
      condition,
      ...(toKitAssignmentId !== "" && { toKitAssignmentId }),
      ...(notes !== "" && { notes }),
    });
    if (!sent) return;
    form.reset();
    onDone();
  };
  return (
    <Form form={form} label={`Hand over ${kitName(item)}`} onSubmit={send} className="grid gap-4">
      <p>{`${item.kit?.holder?.name ?? "Somebody who left"} has it, for ${item.activity.type}.`}</p>
      <SelectField
        name="toPersonId"
        label="Who takes it"
        placeholder="Choose"
        options={peopleOptions(kits.people)}
      />
      {further.length === 0 ? null : (
        <SelectField
          name="toKitAssignmentId"
          label="For which activity"
          options={[
            { value: "", label: `Still ${item.activity.type}` },
            ...further.map(({ kitAssignmentId, activity }) => ({
              value: kitAssignmentId,
              label: activity.type,
            })),
          ]}
        />
      )}
      <SelectField name="condition" label="Condition" options={CONDITIONS} />
      <TextareaField name="notes" label="Note" rows={2} isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Hand it over
      </FormFoot>
    </Form>
  );
}

/** A need of the same kind that has no other kit. */
function canGoTo(item: KitAtEvent, other: KitAtEvent): boolean {
  return (
    other.kitAssignmentId !== item.kitAssignmentId &&
    other.templateName === item.templateName &&
    (other.status === "assigned" || other.status === "prepared") &&
    (other.kit === null || other.kit.id === item.kit?.id)
  );
}
