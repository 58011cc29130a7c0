"use client";

import type { Activity } from "@/app/field/_components/event-record";
import { activityWords } from "@/app/field/_components/activity-words";
import { type FigureLine, noFigure } from "@/app/field/_components/figures";
import { useWish } from "@/app/field/_components/use-wish";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { PhotoField } from "@/components/photo-field";
import { usePhotos } from "@/components/photos/use-photos";
import { useNow } from "@/components/use-now";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { ActivityFields } from "./activity-schema";
import { FigureLines } from "./figure-lines";
import { FormFoot } from "@/components/form/form-foot";

export interface ActivityFormProps {
  activity: Activity;
  now: string;
  onDone: () => void;
}

const empty: { figures: FigureLine[]; notes: string } = { figures: [{ ...noFigure }], notes: "" };

/** Completes an activity with what it came to. */
export function ActivityForm({ activity, now, onDone }: ActivityFormProps) {
  const client = useTRPCClient();
  const moment = useNow(now);
  const wish = useWish<RouterInputs["activities"]["complete"]>((input) =>
    client.activities.complete.mutate(input),
  );
  const form = useZodForm(() => import("./activity-schema").then((part) => part.activitySchema), empty);
  const photos = usePhotos();
  const send = async ({ figures, notes }: ActivityFields) => {
    if (!photos.areSent()) return;
    const outcome = { metrics: figures, notes, photoIds: [...photos.ids] };
    if (await wish.send({ activityId: activity.id, ...outcome })) onDone();
  };
  return (
    <Form form={form} label={`Complete ${activity.activityType}`} onSubmit={send} className="grid gap-4">
      <p className="text-muted">{activityWords(activity, moment)}</p>
      <FigureLines hint="What this activity was counted by." />
      <TextareaField name="notes" label="Notes" isOptional />
      <PhotoField {...photos.field} label="Photos" />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Complete activity
      </FormFoot>
    </Form>
  );
}
