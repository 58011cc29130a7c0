"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { DoorField } from "./door-field";
import { DoorForm } from "./door-form";
import { readLinkSecret } from "./use-link-secret";

/** Uses up the link in the address, on a press and never by being opened (S-60). */
export function ChoosePasswordForm({ submit }: { submit: string }) {
  const [isShown, setIsShown] = useState(false);
  const [isDone, setIsDone] = useState(false);
  if (isDone) {
    return (
      <Notice role="status" tone="good" title="Your password is set">
        All your other sessions have ended. <TextLink href="/sign-in">Sign in</TextLink>
      </Notice>
    );
  }
  return (
    <DoorForm
      label={submit}
      submit={submit}
      action="/api/auth/choose-password"
      expects="next"
      extra={() => ({ secret: readLinkSecret() })}
      problemTitle="Your password is not set"
      onDone={() => setIsDone(true)}
    >
      <DoorField
        label="New password"
        hint="At least 12 characters. A few words in a row do well."
        name="password"
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
      />
      <Checkbox
        label="Show the password"
        checked={isShown}
        onChange={(event) => setIsShown(event.target.checked)}
      />
    </DoorForm>
  );
}
