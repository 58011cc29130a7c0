"use client";

import { DoorField } from "@/app/(auth)/_components/door-field";
import { DoorForm } from "@/app/(auth)/_components/door-form";
import { localPath } from "@/values/local-path";

export interface SignInFormProps {
  /** A local path to go on to. */
  next: string;
  /** What the form came back with when it was sent without script. */
  problem: string | null;
}

/** E-mail and password in one form, so that password managers recognize it. */
export function SignInForm({ next, problem }: SignInFormProps) {
  return (
    <DoorForm
      label="Sign in"
      submit="Sign in"
      action="/api/auth/sign-in/email"
      expects="next"
      problemTitle="You are not signed in"
      problem={problem}
      // A full load: nothing that was kept for the previous person may show through.
      onDone={(said) => window.location.assign(localPath(said))}
    >
      <input type="hidden" name="next" value={next} />
      <DoorField label="E-mail address" name="email" type="email" autoComplete="username" />
      <DoorField label="Password" name="password" type="password" autoComplete="current-password" />
    </DoorForm>
  );
}
