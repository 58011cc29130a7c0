"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";

import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { useTRPC } from "@/trpc/client";

const fields = ["currentPassword", "newPassword"] as const;

/** Another password; all other sessions end with it. */
export function PasswordForm({ email }: { readonly email: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isShown, setIsShown] = useState(false);
  const form = useZodForm(() => import("./password-schema").then((part) => part.passwordSchema), {
    currentPassword: "",
    newPassword: "",
  });
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        form.reset();
        void queryClient.invalidateQueries(trpc.account.sessions.pathFilter());
      },
      onError: (error) => {
        const told: Readonly<Record<string, string>> = error.data?.fields ?? {};
        for (const field of fields) {
          if (told[field]) form.setError(field, { message: told[field] });
        }
      },
    }),
  );
  const problem = change.error && problemOf(change.error);
  const isAboutField = fields.some((field) => change.error?.data?.fields?.[field]);
  const type = isShown ? "text" : "password";
  return (
    <Card title="Password">
      {change.isSuccess ? (
        <div className="mb-4">
          <Notice role="status" tone="good" title="Your password is changed">
            {change.data.ended === 0 ? "You had no other sessions." : endedWords(change.data.ended)}
          </Notice>
        </div>
      ) : null}
      <Form
        form={form}
        label="Change password"
        onSubmit={async (values) => {
          // A refusal stands in the mutation; the form keeps what was typed.
          await change.mutateAsync(values).catch(() => undefined);
        }}
      >
        {/* Password managers go by the account's name. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          name="currentPassword"
          label="Current password"
          type={type}
          autoComplete="current-password"
        />
        <TextField
          name="newPassword"
          label="New password"
          hint="At least 12 characters. A few words in a row do well. Not your own name or address."
          type={type}
          autoComplete="new-password"
        />
        <Checkbox
          label="Show the passwords"
          checked={isShown}
          onChange={(event) => setIsShown(event.target.checked)}
        />
        {isAboutField ? null : <FormProblem problem={problem} title="Your password is as it was" />}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>Change password</SubmitButton>
          <p className="text-meta text-muted">Ends all your other sessions.</p>
        </div>
      </Form>
    </Card>
  );
}

function endedWords(ended: number): string {
  return ended === 1 ? "Your other session has ended." : `Your ${ended} other sessions have ended.`;
}
