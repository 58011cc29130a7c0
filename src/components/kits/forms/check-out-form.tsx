"use client";

import { VenueClockField } from "@/components/form/venue-clock-field";
import type { KitFormProps } from "@/components/kits/kit-acts";
import { kitName } from "@/components/kits/kit-record";
import { useKitWish } from "@/components/kits/use-kit-wish";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { SelectField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { zoneLabel } from "@/values/format-time";
import type { KitCheckOutFields } from "./schemas";
import { venueClock } from "./venue-clock";

/** To somebody named, with the time at which it is to be back. */
export function KitCheckOutForm({ item, kits, isInHand, onDone }: KitFormProps) {
  const client = useTRPCClient();
  const wish = useKitWish<RouterInputs["kits"]["checkOut"]>((input) => client.kits.checkOut.mutate(input));
  const { timeZone } = kits.event;
  const form = useZodForm(() => import("./schemas").then((part) => part.kitCheckOutSchema), {
    holderId: "",
    expectedReturn: venueClock(item.windowEnd, timeZone),
  });
  const send = async (fields: KitCheckOutFields) => {
    const inHand = isInHand && item.kit !== null ? { kitInstanceId: item.kit.id } : {};
    if (await wish.send({ kitAssignmentId: item.kitAssignmentId, ...inHand, ...fields })) onDone();
  };
  return (
    <Form form={form} label={`Hand out ${kitName(item)}`} onSubmit={send} className="grid gap-4">
      <SelectField
        name="holderId"
        label="Who takes it"
        placeholder="Choose"
        options={peopleOptions(kits.people)}
      />
      <VenueClockField name="expectedReturn" label="Back by" hint={zoneLabel(timeZone)} />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Hand it out
      </FormFoot>
    </Form>
  );
}

export function peopleOptions(people: KitFormProps["kits"]["people"]) {
  return people.map(({ id, name }) => ({ value: id, label: name }));
}
