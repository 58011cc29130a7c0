"use client";

import { AvailabilityForm } from "@/components/availability/availability-form";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import type { StaffRecord } from "./person-screen";

interface AvailabilityDialogProps {
  record: StaffRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** On behalf of the person, who can change it again. */
export function AvailabilityDialog({ record, isOpen, onOpenChange }: AvailabilityDialogProps) {
  const toasts = useToasts();
  const { userId, version, timeZone, name, availability, profile } = record;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`When ${name} is free`}
      description="They see it on their phone and can change it."
    >
      <AvailabilityForm
        key={version}
        record={{ userId, version, timeZone, papers: profile.papers, ...availability }}
        whose={`${name}'s`}
        onSaved={() => {
          toasts.success(`The availability of ${name} is saved.`, userId);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}
