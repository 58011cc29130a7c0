import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { sans } from "@/app/fonts";
import { AudienceFrame } from "@/components/audience-frame";
import { DeskShell } from "@/components/desk-shell";
import { KeyboardShortcuts } from "@/components/keyboard/keyboard-shortcuts";
import { ToastProvider } from "@/components/ui/toast";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={sans.className}>
      <AudienceFrame audience="admin" Shell={DeskShell}>
        {/* Filters, sort and the open record live in the address (U-5). */}
        <NuqsAdapter>
          <ToastProvider>{children}</ToastProvider>
        </NuqsAdapter>
      </AudienceFrame>
      <KeyboardShortcuts />
    </div>
  );
}
