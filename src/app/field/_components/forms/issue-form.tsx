"use client";

import { useWatch } from "react-hook-form";
import type { Activity, EventRecord } from "@/app/field/_components/event-record";
import { issueWish, type IssueWish, type VenueProblem } from "@/app/field/_components/issue-wish";
import { useWish } from "@/app/field/_components/use-wish";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { severityOptions } from "@/components/problem/severities";
import { PhotoField } from "@/components/photo-field";
import { usePhotos } from "@/components/photos/use-photos";
import { useTRPCClient } from "@/trpc/client";
import { FormFoot } from "@/components/form/form-foot";
import type { IssueFields } from "./issue-schema";

const SIDES = [
  { value: "venue", label: "Venue" },
  { value: "staff", label: "Crew" },
  { value: "kit", label: "Kit" },
  { value: "logistics", label: "Set-up" },
  { value: "client", label: "Client" },
  { value: "time", label: "Date, time" },
  { value: "other", label: "Other" },
] as const;

const VENUE_PROBLEMS: readonly { value: VenueProblem; label: string }[] = [
  { value: "access", label: "Getting in" },
  { value: "facilities", label: "Power, water" },
  { value: "space", label: "Space" },
  { value: "safety", label: "Safety" },
  { value: "other", label: "Other" },
];

export interface IssueFormProps {
  event: EventRecord;
  activities: readonly Activity[];
  onDone: () => void;
}

/** About what, how bad, in a few words: three taps and a sentence. */
export function IssueForm({ event, activities, onDone }: IssueFormProps) {
  const client = useTRPCClient();
  const wish = useWish<IssueWish>(({ idempotencyKey, ...report }) => {
    switch (report.to) {
      case "event":
        return client.events.reportIssue.mutate({ ...report.input, idempotencyKey });
      case "venue":
        return client.locations.reportIssue.mutate({ ...report.input, idempotencyKey });
      case "activity":
        return client.activities.reportIssue.mutate({ ...report.input, idempotencyKey });
      default:
        return neverReport(report);
    }
  });
  const form = useZodForm(() => import("./issue-schema").then((part) => part.issueSchema), {
    about: "",
    venueProblem: "other",
    description: "",
    actionTaken: "",
  });
  const photos = usePhotos();
  const about = useWatch({ control: form.control, name: "about" });
  const parts = activities
    .filter(({ status }) => status !== "cancelled")
    .map(({ id, activityType }) => ({ value: id, label: activityType }));
  const send = async (answers: IssueFields) => {
    const of = { eventId: event.id, locationId: event.venue.id, activities };
    if (!photos.areSent()) return;
    if (!(await wish.send(issueWish({ ...answers, photoIds: photos.ids }, of)))) return;
    form.reset();
    photos.clear();
    onDone();
  };
  return (
    <Form form={form} label={`Report an issue at EV-${event.number}`} onSubmit={send} className="grid gap-4">
      <RadioField name="about" label="About what" options={[...SIDES, ...parts]} look="segments" />
      {about === "venue" ? (
        <RadioField
          name="venueProblem"
          label="What about the venue"
          options={VENUE_PROBLEMS}
          look="segments"
        />
      ) : null}
      <RadioField name="severity" label="How bad is it" options={severityOptions} />
      <TextareaField
        name="description"
        label={about === "time" ? "Why, and which time would do" : "What is wrong"}
        rows={2}
      />
      <TextareaField name="actionTaken" label="What was done at once" rows={2} isOptional />
      <PhotoField {...photos.field} label="Photos" />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Report issue
      </FormFoot>
    </Form>
  );
}

function neverReport(report: never): never {
  throw new Error(`unknown report ${JSON.stringify(report)}`);
}
