import type { Metadata } from "next";
import { ChoosePasswordForm } from "@/app/(auth)/_components/choose-password-form";
import { Door } from "@/app/(auth)/_components/door";

export const metadata: Metadata = { title: "Welcome" };

/** Opened from an invitation: the person chooses the first password. */
export default function InvitePage() {
  return (
    <Door title="Welcome to Muster">
      <p className="text-body text-muted">Choose the password that you will sign in with.</p>
      <ChoosePasswordForm submit="Set password" />
    </Door>
  );
}
