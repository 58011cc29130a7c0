"use client";

import { useWatch } from "react-hook-form";
import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { NumberField, TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { PrepareFields } from "./schemas";

/** Each part is counted into the kit, not ticked; less than the template says takes a reason. */
export function PrepareForm({ item, isInHand, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["prepare"]>((input) => client.kits.prepare.mutate(input));
  const form = useZodForm(() => import("./schemas").then((part) => part.prepareSchema), {
    lines: item.lines.map(({ componentId, asked, held, packed }) => ({
      componentId,
      asked,
      quantity: packed?.quantity ?? held,
    })),
    shortReason: item.shortReason ?? "",
    notes: "",
  });
  const lines = useWatch({ control: form.control, name: "lines" });
  const isShort = lines.some(({ asked, quantity }) => quantity < asked);
  const send = async (fields: PrepareFields) => {
    const sent = await wish.send({
      kitAssignmentId: item.kitAssignmentId,
      ...(isInHand && item.kit !== null && { kitInstanceId: item.kit.id }),
      lines: fields.lines.map(({ componentId, quantity }) => ({ componentId, quantity })),
      ...(fields.shortReason !== "" && { shortReason: fields.shortReason }),
      ...(fields.notes !== "" && { notes: fields.notes }),
    });
    if (sent) onDone();
  };
  return (
    <Form form={form} label={`Pack ${kitName(item)}`} onSubmit={send} className="grid gap-4">
      <p>Count each part into the kit. What was not known to be in it comes from the spares.</p>
      {item.lines.map(({ componentId, name, asked, held }, index) => (
        <NumberField
          key={componentId}
          name={`lines.${index}.quantity`}
          label={name}
          hint={held === asked ? `${asked} asked for` : `${asked} asked for, ${held} in it so far`}
          min={0}
          unit={`of ${asked}`}
        />
      ))}
      {isShort ? (
        <TextareaField
          name="shortReason"
          label="Why it goes with less"
          hint="Whoever takes it reads this."
          rows={2}
        />
      ) : null}
      <TextareaField name="notes" label="Note" rows={2} isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        {isShort ? "Pack it short" : "It is packed"}
      </FormFoot>
    </Form>
  );
}
