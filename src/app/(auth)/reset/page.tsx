import type { Metadata } from "next";
import { Door } from "@/app/(auth)/_components/door";
import { canMailLinks } from "@/trpc/server";
import { ResetForms } from "./_components/reset-forms";

export const metadata: Metadata = { title: "Choose a new password" };

/** Asks for a link, or, opened from one, for the new password. */
export default function ResetPage() {
  return (
    <Door title="Choose a new password">
      <ResetForms canMailLinks={canMailLinks()} />
    </Door>
  );
}
