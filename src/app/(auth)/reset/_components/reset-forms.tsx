"use client";

import { useState } from "react";
import { ChoosePasswordForm } from "@/app/(auth)/_components/choose-password-form";
import { DoorField } from "@/app/(auth)/_components/door-field";
import { DoorForm } from "@/app/(auth)/_components/door-form";
import { useLinkSecret } from "@/app/(auth)/_components/use-link-secret";
import { Notice } from "@/components/ui/notice";

/** The second step when the address holds a link's secret, the first otherwise. */
export function ResetForms() {
  const secret = useLinkSecret();
  if (secret === null) return null;
  return secret === "" ? <AskForLink /> : <ChoosePasswordForm submit="Set password" />;
}

function AskForLink() {
  const [answer, setAnswer] = useState<string | null>(null);
  if (answer !== null) {
    return (
      <Notice role="status" title="Look into your mailbox">
        {answer} It is good for an hour.
      </Notice>
    );
  }
  return (
    <DoorForm
      label="Ask for a link"
      submit="Send the link"
      action="/api/auth/password-link"
      expects="message"
      problemTitle="No link was sent"
      onDone={setAnswer}
    >
      <DoorField
        label="E-mail address"
        hint="A link for choosing a new password goes there."
        name="email"
        type="email"
        autoComplete="username"
      />
    </DoorForm>
  );
}
