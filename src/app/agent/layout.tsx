import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { AudienceFrame } from "@/components/audience-frame";
import { FieldShell } from "@/components/field-shell";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <AudienceFrame audience="agent" Shell={FieldShell}>
      <NuqsAdapter>{children}</NuqsAdapter>
    </AudienceFrame>
  );
}
