"use client";

import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { CheckboxField, RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField } from "@/components/form/text-field";
import { PhotoField } from "@/components/photo-field";
import { usePhotos } from "@/components/photos/use-photos";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { KitReportFields } from "./schemas";

const TYPES = [
  { value: "damaged", label: "Damaged" },
  { value: "missing", label: "Missing" },
  { value: "insufficient", label: "Too little" },
  { value: "quality", label: "Quality" },
  { value: "other", label: "Other" },
] as const;

const IMPACTS = [
  { value: "minor", label: "We manage", hint: "Worth knowing, nothing to do now." },
  { value: "moderate", label: "It slows us down", hint: "Somebody should look at it." },
  { value: "major", label: "It cannot be used", hint: "A damaged kit goes into quarantine." },
] as const;

/** What is wrong with the kit, how bad, in a few words, with photos. */
export function KitReportForm({ item, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["reportIssue"]>((input) =>
    client.kits.reportIssue.mutate(input),
  );
  const photos = usePhotos();
  const form = useZodForm(() => import("./schemas").then((part) => part.kitReportSchema), {
    needsImmediate: false,
    description: "",
  });
  const send = async (fields: KitReportFields) => {
    if (!photos.areSent()) return;
    const { kitAssignmentId } = item;
    if (!(await wish.send({ kitAssignmentId, ...fields, photoIds: [...photos.ids] }))) return;
    form.reset();
    photos.clear();
    onDone();
  };
  return (
    <Form form={form} label={`Issue with ${kitName(item)}`} onSubmit={send} className="grid gap-4">
      <RadioField name="issueType" label="What is it" options={TYPES} look="segments" />
      <RadioField name="impactLevel" label="How bad is it" options={IMPACTS} />
      <CheckboxField name="needsImmediate" label="Somebody has to act at once" />
      <TextareaField name="description" label="What is wrong" rows={2} />
      <PhotoField {...photos.field} label="Photos" />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Report the issue
      </FormFoot>
    </Form>
  );
}
