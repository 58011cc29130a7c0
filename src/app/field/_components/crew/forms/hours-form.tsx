"use client";

import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField, TextField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { MemberRowProps } from "@/app/field/_components/crew/member-row";
import { standingWords } from "@/app/field/_components/crew/member-words";
import { useCrewWish } from "@/app/field/_components/crew/use-crew-wish";
import type { HoursFields } from "./schemas";

/** Restates somebody's hours, with a reason that they read. */
export function HoursForm({ member, event, now, onDone }: MemberRowProps & { onDone: () => void }) {
  const client = useTRPCClient();
  const wish = useCrewWish<RouterInputs["staffing"]["correctHours"]>((input) =>
    client.staffing.correctHours.mutate(input),
  );
  const form = useZodForm(() => import("./schemas").then((part) => part.hoursSchema), {
    hoursWorked: member.hoursWorked === null ? "" : String(member.hoursWorked),
    reason: "",
  });
  const send = async (fields: HoursFields) => {
    if (await wish.send({ assignmentId: member.assignmentId, ...fields })) onDone();
  };
  return (
    <Form form={form} label={`Hours of ${member.person.name}`} onSubmit={send} className="grid gap-4">
      <p>{standingWords(member, event.timeZone, now)}</p>
      <TextField name="hoursWorked" label="Hours worked" hint="Such as 7.5" inputMode="decimal" />
      <TextareaField name="reason" label="Reason" hint="The person reads it." rows={2} />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Correct the hours
      </FormFoot>
    </Form>
  );
}
