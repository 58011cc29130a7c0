"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { type RouterInputs, useTRPC } from "@/trpc/client";
import { type AvailabilityRecord, type AvailabilityValues, valuesOf } from "./availability-values";
import { ExceptionLines } from "./exception-lines";
import { WeekLines } from "./week-lines";

type Wish = Omit<RouterInputs["staffing"]["setAvailability"], "userId" | "version" | "idempotencyKey">;

export interface AvailabilityFormProps {
  record: AvailabilityRecord;
  /** Named for the form: "your", "Ada's". */
  whose: string;
  onSaved: () => void;
}

/** The week as it is most of the time, and the days that are otherwise. */
export function AvailabilityForm({ record, whose, onSaved }: AvailabilityFormProps) {
  const form = useZodForm<AvailabilityValues, Wish>(
    () => import("./availability-schema").then((part) => part.availabilitySchema),
    valuesOf(record),
  );
  const { isDirty } = useFormState({ control: form.control });
  const { save, problem, isSaved } = useSave(record, onSaved);
  return (
    <Form form={form} label={`When ${whose} shifts can be`} onSubmit={save} className="grid gap-6">
      <WeekLines whose={whose} />
      <ExceptionLines />
      <FormProblem problem={problem} />
      <div className="flex justify-end">
        <SubmitButton>Save availability</SubmitButton>
      </div>
      <LeaveGuard isDirty={isDirty && !isSaved} what={`what you changed in ${whose} availability`} />
    </Form>
  );
}

function useSave({ userId, version }: AvailabilityRecord, onSaved: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const set = useMutation(trpc.staffing.setAvailability.mutationOptions());
  const save = async (availability: Wish) => {
    setProblem(null);
    const wish = { userId, version, ...availability };
    try {
      await set.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) });
      await queryClient.invalidateQueries(trpc.staffing.pathFilter());
      await queryClient.invalidateQueries(trpc.directory.people.pathFilter());
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { save, problem, isSaved: set.isSuccess };
}
