"use client";

import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import type { RequestValues } from "./request-values";
import { useVenueChoices } from "./venue-choices";

/** Whom the agency may call about this booking; the one named last is one press away (U-25). */
export function ContactFields({ remark }: { remark?: ReactNode }) {
  return (
    <div className="grid gap-4">
      {remark}
      <LastContact />
      <TextField name="contact.name" label="Contact person" autoComplete="name" isOptional />
      <TextField name="contact.phone" label="Phone" type="tel" autoComplete="tel" isOptional />
      <TextField name="contact.email" label="E-mail" type="email" autoComplete="email" isOptional />
    </div>
  );
}

function LastContact() {
  const { setValue } = useFormContext<RequestValues>();
  const contact = useWatch<RequestValues, "contact">({ name: "contact" });
  const last = useVenueChoices("", []).data?.lastContact ?? null;
  const isTouched = [contact.name, contact.phone, contact.email].some((text) => text !== "");
  if (last === null || isTouched) return null;
  return (
    <div>
      <Button
        onClick={() => setValue("contact", { ...last }, { shouldDirty: true })}
      >{`Use ${last.name || last.email || last.phone} as last time`}</Button>
    </div>
  );
}
