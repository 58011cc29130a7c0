"use client";

import { useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import { venueIssueTypeOptions } from "@/app/admin/events/_components/acts/issue-words";
import { CheckboxField, RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { EventVenue, VenueDialogProps } from "./event-venue";
import type { VenueIssueFields } from "./venue-issue-schema";

const IMPACT = [
  { value: "minor", label: "Minor", hint: "Worth knowing for the next time." },
  { value: "moderate", label: "Moderate", hint: "The event works around it." },
  { value: "major", label: "Major", hint: "The event suffers. Admins are told." },
] as const;

/** A problem with the place, found at one of its events; other events there are looked at again (rule 49). */
export function VenueIssueDialog({ venue, isOpen, onOpenChange }: VenueDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useVenueIssueFields();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Report an issue of ${venue.name}`}
      description={`Found at ${venue.code}. Whoever plans another event here sees it.`}
    >
      <VenueIssueForm form={form} venue={venue} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useVenueIssueFields() {
  return useZodForm(() => import("./venue-issue-schema").then((part) => part.venueIssueSchema), {
    description: "",
    needsImmediate: false,
  });
}

interface VenueIssueFormProps {
  form: ReturnType<typeof useVenueIssueFields>;
  venue: EventVenue;
  onClose: () => void;
}

function VenueIssueForm({ form, venue, onClose }: VenueIssueFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const report = useAct(trpc.locations.reportIssue.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async (fields: VenueIssueFields) => {
    setProblem(null);
    try {
      await report.send({ eventId: venue.eventId, locationId: venue.locationId, ...fields });
      toasts.success(`The issue of ${venue.name} is reported.`, venue.code);
      onClose();
      form.reset();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label={`Report an issue of ${venue.name}`} onSubmit={send} className="grid gap-4 pb-2">
      <SelectField name="issueType" label="About" placeholder="Choose" options={venueIssueTypeOptions} />
      <RadioField name="impactLevel" label="How bad it is" options={IMPACT} />
      <CheckboxField
        name="needsImmediate"
        label="Somebody has to act at once"
        hint="It counts as critical then, and admins are told at once."
      />
      <TextareaField name="description" label="What is wrong" />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Report nothing</Button>
        <SubmitButton>Report issue</SubmitButton>
      </div>
    </Form>
  );
}
