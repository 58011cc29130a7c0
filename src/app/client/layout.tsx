import type { ReactNode } from "react";
import { sans } from "@/app/fonts";
import { AudienceFrame } from "@/components/audience-frame";
import { PortalShell } from "@/components/portal-shell";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={sans.className}>
      <AudienceFrame audience="client" Shell={PortalShell}>
        {children}
      </AudienceFrame>
    </div>
  );
}
