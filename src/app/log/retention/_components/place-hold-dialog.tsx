"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComboboxField } from "@/components/form/combobox-field";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { PlaceHoldFields } from "./hold-schema";
import { useRefreshRetention } from "./use-refresh-retention";

interface PlaceHoldDialogProps {
  readonly onClose: () => void;
}

/** Keeps a booking's entries past their time, with the reason. */
export function PlaceHoldDialog({ onClose }: PlaceHoldDialogProps) {
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Place a legal hold"
      description="Every log entry of the booking is kept past its time until the hold is lifted. The hold itself is in the log."
    >
      <PlaceHoldForm onClose={onClose} />
    </Dialog>
  );
}

function PlaceHoldForm({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshRetention();
  const place = useMutation(trpc.log.placeHold.mutationOptions());
  const form = useZodForm(() => import("./hold-schema").then((part) => part.placeHoldSchema), {
    bookingId: "",
    reason: "",
  });
  const send = async (wish: PlaceHoldFields) => {
    await place.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success("The booking is on hold.");
        onClose();
        await refresh();
      },
      // The refusal shows in place.
      () => refresh(),
    );
  };
  return (
    <Form form={form} label="Place a legal hold" onSubmit={send} className="grid gap-4 pb-2">
      <BookingField />
      <TextareaField
        name="reason"
        label="Reason"
        hint="The desk reads it in the log. No personal or health details."
      />
      <FormProblem problem={place.error ? problemOf(place.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton>Place the hold</SubmitButton>
      </div>
    </Form>
  );
}

const FOUND_MAX = 20;

function BookingField() {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const q = text.trim();
  const found = useQuery({
    ...trpc.bookings.list.queryOptions({ limit: FOUND_MAX, sort: "number", ...(q !== "" && { q }) }),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).map(({ bookingId, number, title, clientName }) => ({
    id: bookingId,
    label: `BK-${number} ${title}`,
    hint: clientName,
  }));
  return (
    <ComboboxField
      name="bookingId"
      label="Booking"
      items={items}
      placeholder="BK-1042 or words of its title"
      onSearch={setText}
    />
  );
}
