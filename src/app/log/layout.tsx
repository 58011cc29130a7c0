import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { sans } from "@/app/fonts";
import { mono } from "@/app/mono-font";
import { AudienceFrame } from "@/components/audience-frame";
import { DeskShell } from "@/components/desk-shell";
import { KeyboardShortcuts } from "@/components/keyboard/keyboard-shortcuts";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={sans.className} data-font={mono.style.fontFamily}>
      <AudienceFrame audience="log" Shell={DeskShell}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </AudienceFrame>
      <KeyboardShortcuts />
    </div>
  );
}
