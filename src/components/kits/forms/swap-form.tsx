"use client";

import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { CONDITIONS } from "./condition-options";
import type { SwapFields } from "./schemas";

/** Another kit of the same kind takes its place; this one goes back with whoever brought the other. */
export function SwapForm({ item, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["swap"]>((input) => client.kits.swap.mutate(input));
  const form = useZodForm(() => import("./schemas").then((part) => part.swapSchema), {
    replacementInstanceId: "",
    condition: "damaged",
    reason: "",
  });
  const send = async (fields: SwapFields) => {
    if (await wish.send({ kitAssignmentId: item.kitAssignmentId, ...fields })) onDone();
  };
  return (
    <Form form={form} label={`Swap ${kitName(item)}`} onSubmit={send} className="grid gap-4">
      <p>{`${kitName(item)} goes back with whoever brings the other one, and is inspected there.`}</p>
      <SelectField
        name="replacementInstanceId"
        label="The kit that takes its place"
        placeholder="Choose"
        options={item.spareKits.map(({ id, code }) => ({ value: id, label: code }))}
      />
      <SelectField name="condition" label={`Condition of ${kitName(item)}`} options={CONDITIONS} />
      <TextareaField name="reason" label="Why" rows={2} />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Swap the kits
      </FormFoot>
    </Form>
  );
}
