"use client";

import { useWatch } from "react-hook-form";
import { type Arrival, hoursWords } from "@/app/agent/_components/arrival";
import { useAttend } from "@/app/agent/_components/use-attend";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { NumberField, TextareaField } from "@/components/form/text-field";
import { Facts } from "@/components/ui/facts";
import { useNow } from "@/components/use-now";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { instantMs } from "@/values/civil";
import { formatClock, zoneLabel } from "@/values/format-time";
import type { CheckOutFields } from "./check-out-schema";

export interface CheckOutFormProps {
  arrival: Arrival;
  now: string;
  onDone: () => void;
}

/** The end of a shift: planned and actual, the break, and why when it is early. The hours are the server's to compute. */
export function CheckOutForm({ arrival, now: made, onDone }: CheckOutFormProps) {
  const now = useNow(made);
  const client = useTRPCClient();
  const wish = useAttend<RouterInputs["staffing"]["checkOut"]>((input) =>
    client.staffing.checkOut.mutate(input),
  );
  const isEarly = now < arrival.endsAt;
  const form = useZodForm(() => import("./check-out-schema").then((part) => part.checkOutSchema), {
    isEarly,
    breakMinutes: 0,
    reason: "",
    feedback: "",
  });
  const send = async ({ breakMinutes, reason, feedback }: CheckOutFields) => {
    const isSent = await wish.send({
      assignmentId: arrival.assignmentId,
      deviceTime: new Date().toISOString(),
      breakMinutes,
      ...(reason !== "" && { reason }),
      ...(feedback !== "" && { feedback }),
    });
    if (isSent) onDone();
  };
  return (
    <Form form={form} label="Check out" onSubmit={send} className="grid gap-4">
      <Preview arrival={arrival} now={now} control={form.control} />
      <NumberField name="breakMinutes" label="Break" min={0} max={600} unit="minutes, not paid" />
      {isEarly ? (
        <TextareaField name="reason" label="Why you leave early" hint="No health details." rows={2} />
      ) : null}
      <TextareaField name="feedback" label="How it went" rows={2} isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Check out
      </FormFoot>
    </Form>
  );
}

interface PreviewProps {
  arrival: Arrival;
  now: string;
  control: ReturnType<typeof useZodForm<CheckOutFields, CheckOutFields>>["control"];
}

function Preview({ arrival, now, control }: PreviewProps) {
  const breakMinutes = useWatch({ control, name: "breakMinutes" });
  const { timeZone, checkedInAt, endsAt } = arrival;
  const elapsed = checkedInAt === null ? 0 : (instantMs(now) - instantMs(checkedInAt)) / 3_600_000;
  const unpaid = Number.isFinite(breakMinutes) ? breakMinutes / 60 : 0;
  return (
    <Facts
      facts={[
        { label: "Planned end", value: `${formatClock(endsAt, timeZone)}, ${zoneLabel(timeZone)}` },
        { label: "Now", value: formatClock(now, timeZone) },
        { label: "Hours so far", value: hoursWords(Math.max(0, elapsed - unpaid)) },
      ]}
    />
  );
}
