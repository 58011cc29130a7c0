import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { sans } from "@/app/fonts";
import { AudienceFrame } from "@/components/audience-frame";
import { ToastProvider } from "@/components/ui/toast";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={sans.className}>
      <NuqsAdapter>
        <AudienceFrame audience="admin">
          <ToastProvider>{children}</ToastProvider>
        </AudienceFrame>
      </NuqsAdapter>
    </div>
  );
}
