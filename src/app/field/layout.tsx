import type { ReactNode } from "react";
import { AudienceFrame } from "@/components/audience-frame";
import { FieldShell } from "@/components/field-shell";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <AudienceFrame audience="field" Shell={FieldShell}>
      {children}
    </AudienceFrame>
  );
}
