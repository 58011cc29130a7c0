import type { ReactNode } from "react";
import { sans } from "@/app/fonts";
import { AudienceFrame } from "@/components/audience-frame";
import { KeyboardShortcuts } from "@/components/keyboard/keyboard-shortcuts";
import { ToastProvider } from "@/components/ui/toast";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={sans.className}>
      <AudienceFrame audience="admin">
        <ToastProvider>{children}</ToastProvider>
      </AudienceFrame>
      <KeyboardShortcuts />
    </div>
  );
}
