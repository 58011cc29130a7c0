"use client";

import { useState } from "react";
import { RadioField } from "@/components/form/choice-fields";
import { ComboboxField } from "@/components/form/combobox-field";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { PhotoField } from "@/components/photo-field";
import { type FormPhotos, usePhotos } from "@/components/photos/use-photos";
import { issueSeverityLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import type { ReportFields } from "./report-schema";
import { aboutLabels, abouts, severities } from "./report-wish";
import { useEventChoice } from "./use-event-choice";
import { useReport } from "./use-report";

const ABOUTS = abouts.map((value) => ({ value, label: aboutLabels[value] }));
const SEVERITIES = severities.map((value) => ({ value, label: issueSeverityLooks[value].label }));

export interface ReportDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What somebody told the desk, as an issue of an event or its venue. */
export function ReportDialog({ isOpen, onOpenChange }: ReportDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed and what was sent.
  const form = useReportFields();
  const photos = usePhotos();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Report an issue"
      description="The event's manager is told. So is every admin when it is high or critical."
    >
      <ReportForm form={form} photos={photos} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useReportFields() {
  return useZodForm(() => import("./report-schema").then((part) => part.reportSchema), {
    eventId: "",
    description: "",
    actionTaken: "",
  });
}

interface ReportFormProps {
  form: ReturnType<typeof useReportFields>;
  photos: FormPhotos;
  onClose: () => void;
}

function ReportForm({ form, photos, onClose }: ReportFormProps) {
  const toasts = useToasts();
  const report = useReport();
  const choice = useEventChoice();
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async (fields: ReportFields) => {
    setProblem(null);
    if (!photos.areSent()) return;
    try {
      await report({ ...fields, photoIds: photos.ids });
      toasts.success("The issue is reported.");
      onClose();
      form.reset();
      photos.clear();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label="Report an issue" onSubmit={send} className="grid gap-4 pb-2">
      <ComboboxField
        name="eventId"
        label="Event"
        placeholder="Number, title or venue"
        items={choice.items}
        onSearch={choice.search}
      />
      <SelectField name="about" label="About" options={ABOUTS} placeholder="Choose" />
      <RadioField name="severity" label="Severity" options={SEVERITIES} look="segments" />
      <TextareaField name="description" label="What is wrong" hint="No personal or health details." />
      <TextareaField name="actionTaken" label="Done at once" isOptional rows={2} />
      <PhotoField {...photos.field} label="Photos" />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Not now</Button>
        <SubmitButton>Report the issue</SubmitButton>
      </div>
    </Form>
  );
}
