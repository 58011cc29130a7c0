"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { eventHref } from "@/app/admin/_components/event-href";
import { useAct } from "@/app/admin/_components/use-act";
import { CheckboxField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useToasts } from "@/components/ui/toast";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { SwapEffects } from "./swap-effects";

export type SwapPreview = RouterOutputs["events"]["previewSwap"];

export interface SwapFormProps {
  eventId: string;
  otherEventId: string;
  now: string;
}

/** What the swap does to each of the two, then the reason and the button. */
export function SwapForm({ eventId, otherEventId, now }: SwapFormProps) {
  const trpc = useTRPC();
  const preview = useQuery(trpc.events.previewSwap.queryOptions({ eventId, otherEventId }));
  return (
    <Card title="What follows">
      {preview.isPending ? <SkeletonRows rows={6} label="Working out what follows" /> : null}
      {preview.error ? (
        <PanelError
          what="What follows"
          reference={problemOf(preview.error).requestId}
          onRetry={() => void preview.refetch()}
        />
      ) : null}
      {preview.data?.refusal ? (
        <Notice tone="caution" title="These two cannot be swapped">
          {preview.data.refusal.message}
        </Notice>
      ) : null}
      {preview.data && preview.data.refusal === null ? (
        <Agreed preview={preview.data} eventId={eventId} otherEventId={otherEventId} now={now} />
      ) : null}
    </Card>
  );
}

interface Fields {
  reason: string;
  notifyStaff: boolean;
  notifyClient: boolean;
  why: string;
}

function Agreed({ preview, eventId, otherEventId, now }: SwapFormProps & { preview: SwapPreview }) {
  const isClashing = clashesOf(preview) > 0;
  const form = useZodForm<Fields, Fields>(
    () => import("./swap-schema").then((part) => part.swapSchema(isClashing)),
    { reason: "", notifyStaff: true, notifyClient: true, why: "" },
  );
  const { send, error, isPending } = useSwap({ preview, eventId, otherEventId, isClashing });
  return (
    <Form form={form} label="Swap the two events" onSubmit={send} className="grid gap-4">
      <SwapEffects preview={preview} now={now} />
      {isClashing ? (
        <TextareaField name="why" label="Why the overlap is all right" hint="It is kept with the move." />
      ) : null}
      <TextareaField name="reason" label="Reason" hint="Everybody who is told reads it as you write it." />
      <div className="grid gap-2">
        <CheckboxField name="notifyStaff" label="Tell the managers and the crew" />
        <CheckboxField name="notifyClient" label="Tell the clients" />
      </div>
      <FormProblem problem={error ? problemOf(error) : null} />
      <div className="flex justify-end">
        <SubmitButton isPending={isPending}>Swap the two events</SubmitButton>
      </div>
    </Form>
  );
}

function clashesOf({ first, second }: SwapPreview): number {
  const lists = [first.managerClashes, first.venueClashes, second.managerClashes, second.venueClashes];
  return lists.flat().length;
}

/** Sends the swap from the versions that were looked at, then leads back to the event. */
function useSwap(given: Omit<SwapFormProps, "now"> & { preview: SwapPreview; isClashing: boolean }) {
  const { preview, eventId, otherEventId, isClashing } = given;
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const { send: swap, error, isPending } = useAct(trpc.events.swapSlots.mutationOptions());
  const send = async ({ why, ...said }: Fields) => {
    const versions = { version: preview.first.version, otherVersion: preview.second.version };
    const override = isClashing ? { override: { reason: why } } : {};
    await swap({ eventId, otherEventId, ...versions, ...said, ...override }).then(
      () => {
        toasts.success("The two events are swapped.", eventId);
        router.push(eventHref(eventId));
      },
      // The refusal shows in place, and what follows is worked out again.
      () => undefined,
    );
  };
  return { send, error, isPending };
}
