"use client";

import { type Dispatch, type SetStateAction, useState } from "react";
import { RadioField } from "@/components/form/choice-fields";
import { ComboboxField } from "@/components/form/combobox-field";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { PhotoField } from "@/components/photo-field";
import { type FieldPhoto, photosProblem, sentIds } from "@/components/photos/field-photo";
import { issueSeverityLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import type { ReportFields } from "./report-schema";
import { aboutLabels, abouts, severities } from "./report-wish";
import { useEventChoice } from "./use-event-choice";
import { useRefreshIssues } from "./use-issue-acts";
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
  const [photos, setPhotos] = useState<readonly FieldPhoto[]>([]);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Report an issue"
      description="The event's manager is told. So is every admin when it is high or critical."
    >
      <ReportForm form={form} photos={photos} onPhotos={setPhotos} onClose={() => onOpenChange(false)} />
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
  photos: readonly FieldPhoto[];
  onPhotos: Dispatch<SetStateAction<readonly FieldPhoto[]>>;
  onClose: () => void;
}

function ReportForm({ form, photos, onPhotos, onClose }: ReportFormProps) {
  const toasts = useToasts();
  const report = useReport();
  const refresh = useRefreshIssues();
  const choice = useEventChoice();
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async (fields: ReportFields) => {
    const unsent = photosProblem(photos);
    setProblem(unsent === null ? null : { code: "INVALID", message: unsent, fields: {} });
    if (unsent !== null) return;
    try {
      await report({ ...fields, photoIds: sentIds(photos) });
      toasts.success("The issue is reported.");
      onClose();
      form.reset();
      onPhotos([]);
      await refresh();
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
      <PhotoField photos={photos} onChange={onPhotos} label="Photos" />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Not now</Button>
        <SubmitButton>Report the issue</SubmitButton>
      </div>
    </Form>
  );
}
