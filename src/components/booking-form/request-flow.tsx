"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { LeaveGuard } from "@/components/form/leave-guard";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";
import type { AskingStepProps } from "./field-step";
import {
  loadCheckStep,
  loadContactFields,
  loadDatesFields,
  loadDatesPreview,
  loadNotesField,
  loadPlanFields,
} from "./late-parts";
import { RequestStore } from "./request-store";
import type { BookingDetail, KnownBooking, RequestValues } from "./request-values";
import { type StepId, stepIds, stepInfo, stepOf } from "./steps";
import { useStep } from "./use-step";
import { loadChecks } from "./use-checks";
import { useSendRequest } from "./use-send-request";

// Not rendered on the server: a button that shows before its code is there would lose the first press.
const CheckStep = dynamic(loadCheckStep, { ssr: false, loading: () => <SkeletonRows rows={8} /> });

/** Fetched once somebody types, so that a connection lost on the way stops nobody before the last step. */
function fetchRest(): void {
  const parts = [
    loadDatesFields(),
    loadDatesPreview(),
    loadPlanFields(),
    loadContactFields(),
    loadNotesField(),
    loadCheckStep(),
    import("@hookform/resolvers/zod"),
    loadChecks(),
  ];
  // Whatever did not come is asked for again where it is needed.
  void Promise.allSettled(parts);
}

export interface RequestFlowProps {
  booking: BookingDetail | null;
  /** The record on the server: the booking, or one that an earlier try to send has made. */
  known: KnownBooking | null;
  initial: RequestValues;
  AskingStep: ComponentType<AskingStepProps>;
  /** The answers come from an earlier visit and differ from what the server knows. */
  isRecovered: boolean;
  clientId: string | undefined;
  now: string;
  onKeep: (values: RequestValues) => void;
  onKnown: (saved: KnownBooking, values: RequestValues) => Promise<void>;
  onDrop: () => Promise<void>;
  onSaved: (bookingId: string, wasSent: boolean) => void;
}

/** The steps, one at a time; which one stands in the address. */
export function RequestFlow(props: RequestFlowProps) {
  const { booking, initial, AskingStep, isRecovered, clientId, now, onKeep, onDrop, onSaved } = props;
  const isAnswer = booking?.status === "changes_requested";
  const steps = isAnswer ? stepIds : stepIds.filter((id) => id !== "answer");
  const [isDirty, setIsDirty] = useState(isRecovered);
  const toDirty = () => {
    setIsDirty(true);
    fetchRest();
  };
  const [store] = useState(() => new RequestStore(initial, { onDirty: toDirty, onKeep }, isRecovered));
  const first = booking === null ? "what" : isAnswer ? "answer" : "check";
  const [step, openStep] = useStep(steps, first, booking !== null || isRecovered);
  const [hasSeenAll, setHasSeenAll] = useState(booking !== null);
  const sending = useSendRequest({
    known: props.known,
    clientId,
    onKnown: props.onKnown,
    onSaved: async (bookingId, wasSent) => {
      store.end();
      setIsDirty(false);
      await onDrop();
      onSaved(bookingId, wasSent);
    },
  });
  useKeepOnHide(store);
  const discard = () => {
    store.end();
    void onDrop();
  };
  const takeTheirs = async () => {
    store.end();
    setIsDirty(false);
    await onDrop();
    location.reload();
  };
  const toOpen = (next: StepId) => {
    store.keep();
    if (next === "check") setHasSeenAll(true);
    openStep(next);
  };
  const common = { booking, store, now, sending, onOpen: toOpen, onTakeTheirs: () => void takeTheirs() };
  return (
    <div className="grid gap-6">
      <Stepper
        steps={steps.map((id) => ({ id, label: stepInfo[id].label }))}
        currentId={step}
        onOpen={(id) => toOpen(stepOf(id, steps, "check"))}
      />
      {step === "check" ? (
        <CheckStep key={step} {...common} />
      ) : (
        <AskingStep key={step} {...common} step={step} steps={steps} next={hasSeenAll ? "check" : null} />
      )}
      <LeaveGuard
        isDirty={isDirty}
        what={booking ? `the changes to ${booking.number}` : "this request"}
        kept="What you entered stays on this device for 7 days, and is offered when you come back."
        onDiscard={discard}
      />
    </div>
  );
}

/** A phone may end a page that is out of sight without another word. */
function useKeepOnHide(store: RequestStore) {
  const kept = useRef(store);
  useEffect(() => {
    const keep = () => kept.current.keep();
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      document.removeEventListener("visibilitychange", keep);
      window.removeEventListener("pagehide", keep);
    };
  }, []);
}
