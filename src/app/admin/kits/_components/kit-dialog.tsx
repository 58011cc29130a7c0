"use client";

import { useQuery } from "@tanstack/react-query";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { type RouterInputs, useTRPC } from "@/trpc/client";
import type { KitRecord } from "./kit-record";
import { useKitAct } from "./use-kit-act";

export interface KitDialogProps {
  /** Null for a new one. */
  kit: KitRecord | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Called with the id of a new one. */
  onSaved?: (kitId: string) => void;
}

/** What is written on a kit: its code, where it lies, what somebody noted. A new one chooses its template. */
export function KitDialog({ kit, isOpen, onOpenChange, onSaved }: KitDialogProps) {
  const title = kit === null ? "Add a kit" : `Edit ${kit.code}`;
  const close = () => onOpenChange(false);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      {...(kit === null && {
        description: "It holds what its template says. Correct the count if it does not.",
      })}
    >
      {kit === null ? (
        <NewKitForm onClose={close} onSaved={onSaved} />
      ) : (
        // Another version is another form: what was saved meanwhile is what it begins with.
        <KitForm key={kit.version} kit={kit} onClose={close} />
      )}
    </Dialog>
  );
}

type NewFields = RouterInputs["directory"]["kitInstances"]["create"]["fields"];
type Fields = RouterInputs["directory"]["kitInstances"]["update"]["fields"];

function NewKitForm({ onClose, onSaved }: { onClose: () => void; onSaved: KitDialogProps["onSaved"] }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const templates = useQuery(trpc.kits.templates.queryOptions({ includeArchived: false }));
  const create = useKitAct(trpc.directory.kitInstances.create.mutationOptions());
  const form = useZodForm(() => import("./kit-schema").then((part) => part.newKitSchema), {
    kitTemplateId: "",
    code: "",
    home: "",
    notes: "",
  });
  const send = (fields: NewFields) =>
    create.send({ fields }).then(
      ({ recordId = "" }) => {
        toasts.success(`${fields.code} is added.`, fields.code);
        onClose();
        onSaved?.(recordId);
      },
      // The refusal shows in place.
      () => undefined,
    );
  return (
    <Form form={form} label="Add a kit" onSubmit={send} className="grid gap-4 pb-2">
      <SelectField
        name="kitTemplateId"
        label="Template"
        placeholder="Choose"
        options={(templates.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <KitTextFields />
      <FormProblem problem={create.error ? problemOf(create.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Add nothing</Button>
        <SubmitButton>Add kit</SubmitButton>
      </div>
    </Form>
  );
}

function KitForm({ kit, onClose }: { kit: KitRecord; onClose: () => void }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const update = useKitAct(trpc.directory.kitInstances.update.mutationOptions());
  const { id, version, code, home, notes } = kit;
  const form = useZodForm(() => import("./kit-schema").then((part) => part.kitSchema), { code, home, notes });
  const send = (fields: Fields) =>
    update.send({ recordId: id, version, fields }).then(
      () => {
        toasts.success(`${fields.code} is saved.`, fields.code);
        onClose();
      },
      // The refusal shows in place.
      () => undefined,
    );
  return (
    <Form form={form} label={`Edit ${code}`} onSubmit={send} className="grid gap-4 pb-2">
      <KitTextFields />
      <FormProblem problem={update.error ? problemOf(update.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it as it is</Button>
        <SubmitButton>Save kit</SubmitButton>
      </div>
    </Form>
  );
}

function KitTextFields() {
  return (
    <>
      <TextField
        name="code"
        label="Code"
        hint="What its label says: 3 to 32 letters, digits and dashes."
        placeholder="TEA-04"
        autoComplete="off"
      />
      <TextField
        name="home"
        label="Home"
        isOptional
        hint="Where it lies when nobody has it. Stock is taken place by place."
        autoComplete="off"
      />
      <TextareaField name="notes" label="Notes" isOptional rows={2} />
    </>
  );
}
