"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { SkeletonRows } from "@/components/ui/skeleton";
import { loadChangeStep } from "./late-parts";
import { RequestForm, type RequestFormProps } from "./request-form";
import type { BookingDetail } from "./request-values";
import { valuesOf } from "./values-of-booking";

/** A change begins with the check of all answers; only what the agency asks is answered at once. */
const ChangeStep = dynamic(loadChangeStep, { loading: () => <SkeletonRows rows={8} /> });

export interface ChangeRequestFormProps extends Omit<RequestFormProps, "booking" | "initial" | "AskingStep"> {
  booking: BookingDetail;
}

/** The form that changes a booking. */
export function ChangeRequestForm(props: ChangeRequestFormProps) {
  useEffect(() => {
    // Here before anybody presses "Change"; what did not come is asked for again where it is needed.
    loadChangeStep().catch(() => undefined);
  }, []);
  return <RequestForm {...props} initial={() => valuesOf(props.booking)} AskingStep={ChangeStep} />;
}
