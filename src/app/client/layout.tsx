import type { ReactNode } from "react";
import { sans } from "@/app/fonts";
import { AudienceFrame } from "@/components/audience-frame";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={sans.className}>
      <AudienceFrame audience="client">{children}</AudienceFrame>
    </div>
  );
}
