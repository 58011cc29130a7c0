"use client";

import { useMutation } from "@tanstack/react-query";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { type RouterInputs, useTRPC } from "@/trpc/client";
import { staffPapers } from "@/values/staff-papers";
import { staffRoles } from "@/values/staff-roles";
import type { StaffRecord } from "./person-screen";
import { type ProfileValues, valuesOf } from "./profile-values";
import { useRefreshPeople } from "./use-refresh-people";
import { ValidityLines } from "./validity-lines";

type Profile = RouterInputs["directory"]["people"]["setProfile"]["profile"];

interface ProfileDialogProps {
  record: StaffRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What a person can do, how to reach them, where they live and what they cost. */
export function ProfileDialog({ record, isOpen, onOpenChange }: ProfileDialogProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={`Profile of ${record.name}`} size="wide">
      <ProfileForm key={record.version} record={record} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ProfileForm({ record, onClose }: { record: StaffRecord; onClose: () => void }) {
  const form = useZodForm<ProfileValues, Profile>(
    () => import("./profile-schema").then((part) => part.profileSchema),
    valuesOf(record.profile),
  );
  const { save, problem } = useSaveProfile(record, onClose);
  return (
    <Form form={form} label={`Profile of ${record.name}`} onSubmit={save} className="grid gap-4 pb-2">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="phone" label="Phone" type="tel" isOptional />
        <TextField name="languages" label="Languages" isOptional hint="Two letters each, such as en, de." />
        <TextField name="latitude" label="Home, latitude" isOptional inputMode="decimal" />
        <TextField name="longitude" label="Home, longitude" isOptional inputMode="decimal" />
        <TextField name="rate" label="Pay an hour" isOptional inputMode="decimal" />
        <TextField name="currency" label="Currency" isOptional hint="Three letters, such as USD." />
      </div>
      <ValidityLines list="skills" field="role" legend="Roles" options={staffRoles} addLabel="Add a role" />
      <ValidityLines
        list="papers"
        field="kind"
        legend="Papers"
        options={staffPapers}
        addLabel="Add a paper"
      />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it as it is</Button>
        <SubmitButton>Save profile</SubmitButton>
      </div>
    </Form>
  );
}

function useSaveProfile({ userId, version, name }: StaffRecord, onSaved: () => void) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshPeople();
  const set = useMutation(trpc.directory.people.setProfile.mutationOptions());
  const save = async (profile: Profile) => {
    const wish = { recordId: userId, version, profile };
    await set.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        await refresh();
        toasts.success(`The profile of ${name} is saved.`, userId);
        onSaved();
      },
      // The refusal shows in place.
      () => undefined,
    );
  };
  return { save, problem: set.error ? problemOf(set.error) : null };
}
