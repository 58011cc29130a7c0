"use client";

import { VenueClockField } from "@/components/form/venue-clock-field";
import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { zoneLabel } from "@/values/format-time";
import type { ExpectFields } from "./schemas";
import { venueClock } from "./venue-clock";

/** It comes back at another time than planned: whoever needs it next has to know. */
export function ExpectForm({ item, kits, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["expectReturn"]>((input) =>
    client.kits.expectReturn.mutate(input),
  );
  const { timeZone } = kits.event;
  const form = useZodForm(() => import("./schemas").then((part) => part.expectSchema), {
    expectedReturn: venueClock(item.expectedReturn ?? item.windowEnd, timeZone),
    reason: "",
  });
  const send = async ({ expectedReturn, reason }: ExpectFields) => {
    const { kitAssignmentId } = item;
    if (await wish.send({ kitAssignmentId, expectedReturn, ...(reason !== "" && { reason }) })) onDone();
  };
  return (
    <Form form={form} label={`When ${kitName(item)} is back`} onSubmit={send} className="grid gap-4">
      <VenueClockField name="expectedReturn" label="Back by" hint={zoneLabel(timeZone)} />
      <TextareaField name="reason" label="Reason" rows={2} isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Change the time
      </FormFoot>
    </Form>
  );
}
