import type { ReactNode } from "react";
import { AudienceFrame } from "@/components/audience-frame";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <AudienceFrame audience="field">{children}</AudienceFrame>;
}
