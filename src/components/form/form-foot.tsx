"use client";

import type { ReactNode } from "react";
import { SubmitButton } from "./submit-button";
import type { ServerProblem } from "./problem-of";
import type { ButtonVariant } from "@/components/ui/button-class";
import { WishProblem } from "./wish-problem";
import { FormOffline } from "./form-offline";

export interface FormFootProps {
  problem: ServerProblem | null;
  isPending: boolean;
  /** A verb and its object. */
  children: ReactNode;
  variant?: ButtonVariant;
}

/** The end of a form in a sheet: what went wrong, then the one button, within reach of a thumb. */
export function FormFoot({ problem, isPending, children, variant }: FormFootProps) {
  return (
    <div className="sticky -bottom-2 -mx-4 -mb-2 grid gap-2 border-t border-border bg-raised px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      <WishProblem problem={problem} />
      <FormOffline />
      <SubmitButton size="action" isPending={isPending} {...(variant && { variant })}>
        {problem?.code === "OFFLINE" ? "Try again" : children}
      </SubmitButton>
    </div>
  );
}
