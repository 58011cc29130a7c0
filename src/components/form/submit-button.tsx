"use client";

import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";

export interface SubmitButtonProps {
  /** A verb and its object: "Send request". */
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work that goes on after the form's own submit, such as a mutation followed by a page change. */
  isPending?: boolean;
}

/** Submits the form around it. Pending shows and swallows a second press; wrong input never disables it (U-22). */
export function SubmitButton({ children, variant = "primary", size, isPending = false }: SubmitButtonProps) {
  const { isSubmitting } = useFormState();
  return (
    <Button type="submit" variant={variant} {...(size && { size })} isPending={isSubmitting || isPending}>
      {children}
    </Button>
  );
}
