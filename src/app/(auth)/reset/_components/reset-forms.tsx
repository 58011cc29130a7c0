"use client";

import { useState } from "react";
import { ChoosePasswordForm } from "@/app/(auth)/_components/choose-password-form";
import { DoorField } from "@/app/(auth)/_components/door-field";
import { DoorForm } from "@/app/(auth)/_components/door-form";
import { useLinkSecret } from "@/app/(auth)/_components/use-link-secret";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

/** The second step when the address holds a link's secret, the first otherwise. */
export function ResetForms({ canMailLinks }: { canMailLinks: boolean }) {
  const secret = useLinkSecret();
  if (secret === null) return null;
  if (secret !== "") return <ChoosePasswordForm submit="Set password" />;
  return canMailLinks ? <AskForLink /> : <NoMail />;
}

/** The same for everybody: whether an address has an account is nobody's business (S-27). */
function NoMail() {
  return (
    <Notice tone="caution" title="No link can be sent from here">
      This installation sends no mail. Ask an admin of the agency you work with: once mail is set up, this
      page sends you a link. <TextLink href="/sign-in">Back to sign in</TextLink>
    </Notice>
  );
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
