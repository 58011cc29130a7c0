"use client";

import { PackageCheck } from "lucide-react";
import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName, stillOut } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField } from "@/components/form/text-field";
import { PhotoField } from "@/components/photo-field";
import { usePhotos } from "@/components/photos/use-photos";
import { Button } from "@/components/ui/button";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { ReturnLine } from "./return-line";
import type { ReturnFields } from "./schemas";

const REST = [
  { value: "last", label: "That is all", hint: "What is not here is missing; what is used up is used." },
  { value: "more", label: "More comes later", hint: "The kit stays out until the rest is here." },
] as const;

/** All fine in one tap, else part by part: what came back, what is damaged, and whether the rest is still to come. */
export function ReturnForm({ item, isInHand, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["return"]>((input) => client.kits.return.mutate(input));
  const photos = usePhotos();
  const out = stillOut(item.lines);
  const form = useZodForm(() => import("./schemas").then((part) => part.returnSchema), {
    lines: item.lines.map(({ componentId }) => ({
      componentId,
      quantity: out.get(componentId) ?? 0,
      damage: "none",
      words: "",
    })),
    rest: "last",
    notes: "",
  });
  const named = {
    kitAssignmentId: item.kitAssignmentId,
    ...(isInHand && item.kit !== null && { kitInstanceId: item.kit.id }),
  };
  const allFine = async () => {
    if (await wish.send(named)) onDone();
  };
  const send = async (fields: ReturnFields) => {
    if (!photos.areSent()) return;
    if (!(await wish.send({ ...named, ...returnOf(fields), photoIds: [...photos.ids] }))) return;
    photos.clear();
    onDone();
  };
  return (
    <Form form={form} label={`Take back ${kitName(item)}`} onSubmit={send} className="grid gap-4">
      <Button size="action" icon={<PackageCheck />} isPending={wish.isPending} onClick={() => void allFine()}>
        All fine, everything is here
      </Button>
      <h3 className="text-title">Or part by part</h3>
      {item.lines.map((line, index) => (
        <ReturnLine key={line.componentId} line={line} index={index} />
      ))}
      <RadioField name="rest" label="Is that all of it?" options={REST} />
      <PhotoField {...photos.field} label="Photos of the damage" />
      <TextareaField name="notes" label="Note" rows={2} isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Take it back as counted
      </FormFoot>
    </Form>
  );
}

function returnOf({ lines, rest, notes }: ReturnFields) {
  return {
    lines: lines.map(({ componentId, quantity, damage, words }) => ({
      componentId,
      quantity,
      ...(damage !== "none" && { damage: { description: words, severity: damage } }),
    })),
    isLast: rest === "last",
    ...(notes !== "" && { notes }),
  };
}
