"use client";

import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { formatClock, formatSpan } from "@/values/format-time";
import type { CrewMember } from "@/app/field/_components/crew/crew-record";
import type { MemberRowProps } from "@/app/field/_components/crew/member-row";
import { useCrewWish } from "@/app/field/_components/crew/use-crew-wish";
import type { NoShowFields } from "./schemas";

const CONSEQUENCES = [
  { value: "warning", label: "A warning" },
  { value: "penalty", label: "A penalty" },
  { value: "removal", label: "No more shifts" },
] as const;

/** Reports a no-show. What is left of the shift becomes a shift of its own, and the next in line is asked for it. */
export function NoShowForm({ member, event, now, onDone }: MemberRowProps & { onDone: () => void }) {
  const client = useTRPCClient();
  const wish = useCrewWish<RouterInputs["staffing"]["reportNoShow"]>((input) =>
    client.staffing.reportNoShow.mutate(input),
  );
  const form = useZodForm(() => import("./schemas").then((part) => part.noShowSchema), {
    consequenceLevel: "warning",
    notes: "",
  });
  const isOver = now >= event.endsAt;
  const send = async ({ consequenceLevel, notes }: NoShowFields) => {
    const { assignmentId } = member;
    if (await wish.send({ assignmentId, consequenceLevel, ...(notes !== "" && { notes }) })) onDone();
  };
  return (
    <Form form={form} label={`${member.person.name} did not come`} onSubmit={send} className="grid gap-4">
      <p>{whatFollows(member, event.timeZone, now)}</p>
      {isOver ? <RadioField name="consequenceLevel" label="What follows" options={CONSEQUENCES} /> : null}
      <TextareaField
        name="notes"
        label="Note"
        hint="Whom you asked, and what you heard. No health details."
        rows={3}
        isOptional
      />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        {isOver ? "Report no-show" : "Report and ask the next in line"}
      </FormFoot>
    </Form>
  );
}

function whatFollows({ endsAt, role }: CrewMember, timeZone: string, now: string): string {
  if (now >= endsAt) return "The shift is over, so nobody is asked to fill in.";
  return `The ${formatSpan(now, endsAt)} that are left until ${formatClock(endsAt, timeZone)} become a shift of their own as ${role}. If they come after all, check them in: it shows that they came late.`;
}
