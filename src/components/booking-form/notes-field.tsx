"use client";

import type { ReactNode } from "react";
import { TextareaField } from "@/components/form/text-field";

/** Free words for the agency. */
export function NotesField({ remark }: { remark?: ReactNode }) {
  return (
    <TextareaField
      name="notes"
      label="Notes for the agency"
      hint="Access, parking, what to bring. No personal or health details."
      rows={4}
      isOptional
      {...(remark !== undefined && { remark })}
    />
  );
}
