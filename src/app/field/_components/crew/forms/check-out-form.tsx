"use client";

import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { NumberField, TextareaField } from "@/components/form/text-field";
import { useNow } from "@/components/use-now";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { formatClock } from "@/values/format-time";
import type { MemberRowProps } from "@/app/field/_components/crew/member-row";
import { useCrewWish } from "@/app/field/_components/crew/use-crew-wish";
import type { CrewCheckOutFields } from "./schemas";

/** Checks somebody out who cannot do it themselves; early takes a reason. */
export function CrewCheckOutForm({
  member,
  event,
  now: made,
  onDone,
}: MemberRowProps & { onDone: () => void }) {
  const now = useNow(made);
  const client = useTRPCClient();
  const wish = useCrewWish<RouterInputs["staffing"]["checkOut"]>((input) =>
    client.staffing.checkOut.mutate(input),
  );
  const isEarly = now < member.endsAt;
  const form = useZodForm(() => import("./schemas").then((part) => part.crewCheckOutSchema), {
    isEarly,
    breakMinutes: 0,
    reason: "",
  });
  const send = async ({ breakMinutes, reason }: CrewCheckOutFields) => {
    const { assignmentId } = member;
    if (await wish.send({ assignmentId, breakMinutes, ...(reason !== "" && { reason }) })) onDone();
  };
  return (
    <Form form={form} label={`Check out ${member.person.name}`} onSubmit={send} className="grid gap-4">
      <p>{`Now, at ${formatClock(now, event.timeZone)}. Planned until ${formatClock(member.endsAt, event.timeZone)}.`}</p>
      <NumberField name="breakMinutes" label="Break" min={0} max={600} unit="minutes, not paid" />
      {isEarly ? (
        <TextareaField name="reason" label="Why they leave early" hint="No health details." rows={2} />
      ) : null}
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Check out
      </FormFoot>
    </Form>
  );
}
