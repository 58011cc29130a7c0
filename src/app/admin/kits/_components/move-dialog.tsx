"use client";

import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import type { MoveKind } from "@/modules/kits/inputs";
import { useTRPC } from "@/trpc/client";
import type { KitRecord } from "./kit-record";
import type { MoveValues, MoveWish } from "./move-values";
import { moveOptions, takesOtherKit, takesReason } from "./move-words";
import { QuantityFields } from "./quantity-fields";
import { useKitAct } from "./use-kit-act";

interface MoveDialogProps {
  kit: KitRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Parts come into a kit or leave it; each way is said, so that nothing is ever just gone. */
export function MoveDialog({ kit, isOpen, onOpenChange }: MoveDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const move = useKitAct(trpc.kits.moveComponents.mutationOptions());
  const values = valuesOf(kit);
  const form = useZodForm<MoveValues, MoveWish>(
    () => import("./move-schema").then((part) => part.moveSchema),
    values,
  );
  const send = ({ otherKitInstanceId, ...wish }: MoveWish) => {
    const other = takesOtherKit(wish.kind) && otherKitInstanceId !== undefined ? { otherKitInstanceId } : {};
    return move.send({ kitInstanceId: kit.id, ...wish, ...other }).then(
      () => {
        toasts.success(`What is in ${kit.code} is recorded.`, kit.code);
        onOpenChange(false);
        form.reset(values);
      },
      // The refusal shows in place.
      () => undefined,
    );
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={`Move parts of ${kit.code}`}>
      <Form form={form} label={`Move parts of ${kit.code}`} onSubmit={send} className="grid gap-4 pb-2">
        <MoveFields kit={kit} />
        <FormProblem problem={move.error ? problemOf(move.error) : null} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Leave it as it is</Button>
          <SubmitButton>Record</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

function valuesOf({ parts }: KitRecord): MoveValues {
  const isShort = parts.some(({ debt, spares }) => debt !== null && spares > 0);
  return {
    kind: isShort ? "topped_up" : "counted",
    otherKitInstanceId: "",
    parts: parts.map(({ componentId }) => ({ componentId, quantity: "" })),
    reason: "",
  };
}

function MoveFields({ kit }: { kit: KitRecord }) {
  const kind = useWatch<MoveValues, "kind">({ name: "kind" });
  return (
    <>
      <SelectField name="kind" label="What became of the parts" options={moveOptions} />
      {takesOtherKit(kind) ? <OtherKitField kit={kit} kind={kind} /> : null}
      <QuantityFields
        kind={kind}
        parts={kit.parts.map(({ componentId, name, held, asked, spares }) => ({
          componentId,
          name,
          where: `${held} of ${asked} here, ${spares} in the spares`,
        }))}
      />
      <TextareaField name="reason" label="Reason" isOptional={!takesReason(kind)} rows={2} />
    </>
  );
}

/** Kits of the same template; for giving back those that lent something. */
function OtherKitField({ kit, kind }: { kit: KitRecord; kind: MoveKind }) {
  const trpc = useTRPC();
  const kits = useQuery({
    ...trpc.kits.list.queryOptions({ kitTemplateId: kit.kitTemplateId, limit: 200 }),
    enabled: kind === "borrowed",
  });
  const lenders = new Map(
    kit.loans
      .filter(({ direction }) => direction === "borrowed")
      .map(({ otherKitId, otherCode }) => [otherKitId, otherCode]),
  );
  const options =
    kind === "given_back"
      ? [...lenders].map(([value, label]) => ({ value, label }))
      : (kits.data?.items ?? [])
          .filter(({ id, holderName }) => id !== kit.id && holderName === null)
          .map(({ id, code, lacks }) => ({ value: id, label: lacks === 0 ? code : `${code}, incomplete` }));
  return (
    <SelectField
      name="otherKitInstanceId"
      label={kind === "borrowed" ? "From" : "To"}
      placeholder="Choose"
      {...(kind === "given_back" && lenders.size === 0 && { hint: "Nothing is borrowed at the moment." })}
      options={options}
    />
  );
}
