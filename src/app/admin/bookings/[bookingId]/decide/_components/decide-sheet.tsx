"use client";

import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { BookingStatus } from "@/app/admin/bookings/_components/booking-status";
import { ClientBookings } from "@/app/admin/bookings/_components/client-bookings";
import { DifferenceList } from "@/components/difference-list";
import { RequestFacts } from "@/app/admin/bookings/_components/request-facts";
import { useRefreshBookings } from "@/app/admin/bookings/_components/use-refresh-bookings";
import { Form, useZodForm } from "@/components/form/form";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf } from "@/components/form/problem-of";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useToasts } from "@/components/ui/toast";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { CheckedAt } from "./checked-at";
import { DateRows } from "./date-rows";
import { DecideBar } from "./decide-bar";
import { choicesFor, type DecisionValues, decisionSchema, openDates, totalsOf, toWish } from "./decision";
import { DecisionRefused } from "./decision-refused";
import { GoneNotice } from "./gone-notice";
import { OverrideSection } from "./override-section";
import { StaleBooking } from "./stale-booking";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";

type Preview = RouterOutputs["bookings"]["previewApproval"];

interface Looked {
  readonly booking: BookingDetail;
  readonly preview: Preview;
}

export interface DecideSheetProps {
  /** As the server has it now; the sheet stays with the version that was read. */
  present: BookingDetail;
  preview: Preview;
  isChecking: boolean;
  /** The last look at availability failed. */
  isCheckOld: boolean;
  /** How booking and availability are now; null when no answer came. */
  onCheckAgain: () => Promise<Looked | null>;
  now: string;
  timeZone: string;
}

/** The partial approval sheet: a verdict per date, effects first, one button (U-42, U-43). */
export function DecideSheet(props: DecideSheetProps) {
  const { present, preview, isChecking, isCheckOld, onCheckAgain, now, timeZone } = props;
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshBookings();
  const [underReview, setUnderReview] = useState({ reviewed: present, toDecide: preview.toDecide });
  const { reviewed, toDecide } = underReview;
  const approve = useMutation(trpc.bookings.approve.mutationOptions());
  const verdicts = byDate(preview);
  // Dates of the version under review; a newer one is shown only once it is looked at.
  const dates = openDates(reviewed, toDecide);
  const form = useZodForm<DecisionValues, DecisionValues>(decisionSchema(dates, verdicts), {
    dates: choicesFor(dates, verdicts, {}),
    note: "",
    override: "",
  });
  const made = useWatch({ control: form.control, name: "dates" });
  const { isDirty } = useFormState({ control: form.control });
  const totals = totalsOf(dates, made, verdicts);
  const { bookingId, number } = reviewed;

  // With what is true at this press: what the sheet learned when it was refused may still be on its way.
  const reviewAgain = async () => {
    const looked = await onCheckAgain();
    if (looked === null) return;
    const wanted = openDates(looked.booking, looked.preview.toDecide);
    const choices = choicesFor(wanted, byDate(looked.preview), form.getValues("dates"));
    form.setValue("dates", choices, { shouldDirty: true });
    setUnderReview({ reviewed: looked.booking, toDecide: looked.preview.toDecide });
    approve.reset();
  };
  const send = async (values: DecisionValues) => {
    const wish = toWish(reviewed, dates, { values, verdicts });
    await approve.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`The decision about ${number} is recorded.`, number);
        router.push(bookingHref(bookingId));
        await refresh();
      },
      // The refusal shows in place; the rest of the sheet learns how things are now.
      () => void onCheckAgain(),
    );
  };
  const problem = approve.error ? problemOf(approve.error) : null;
  // A conflict tells the same beside the button.
  const isStale = present.version !== reviewed.version && problem?.code !== "CONFLICT" && !approve.isSuccess;
  return (
    <Form
      form={form}
      label={`Decide ${number}`}
      onSubmit={send}
      className="flex min-h-dvh flex-col gap-4 px-4 pt-4 lg:px-6"
    >
      <div className="grid flex-1 content-start gap-4" onKeyDown={keepEnter}>
        <PageHeader
          crumbs={[
            { label: "Bookings", href: "/admin/bookings" },
            { label: number, href: bookingHref(bookingId) },
          ]}
          title={`Decide ${number}`}
          status={
            <BookingStatus
              status={reviewed.status}
              needsReapproval={reviewed.needsReapproval}
              isOverridden={reviewed.override !== null}
            />
          }
          meta={`${reviewed.title} · ${reviewed.client.name} · version ${reviewed.version} under review`}
          actions={
            <div className="flex flex-wrap items-center gap-3">
              <CheckedAt at={preview.checkedAt} timeZone={timeZone} isOld={isCheckOld} />
              <Button icon={<RefreshCw />} isPending={isChecking} onClick={() => void onCheckAgain()}>
                Check again
              </Button>
            </div>
          }
        />
        {isStale ? <StaleBooking {...{ reviewed, present, now }} onReviewAgain={reviewAgain} /> : null}
        <GoneNotice gone={preview.gone} />
        {preview.sinceDecision.length > 0 ? (
          <Card title="Changed since the last decision">
            <DifferenceList differences={preview.sinceDecision} />
          </Card>
        ) : null}
        <DateRows booking={reviewed} dates={dates} verdicts={verdicts} now={now} timeZone={timeZone} />
        <OverrideSection dates={dates} made={made} verdicts={verdicts} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card title="Request">
            <RequestFacts booking={reviewed} now={now} />
          </Card>
          <Card title={`Other bookings of ${reviewed.client.name}`}>
            <ClientBookings booking={reviewed} now={now} />
          </Card>
        </div>
        <Card>
          <TextareaField
            name="note"
            label="Note to the client"
            isOptional
            hint="Sent with the approval. Reasons for single dates belong to the dates."
            rows={2}
          />
        </Card>
        {problem ? (
          <DecisionRefused problem={problem} booking={reviewed} now={now} onReviewAgain={reviewAgain} />
        ) : null}
      </div>
      <DecideBar
        booking={reviewed}
        totals={totals}
        peopleTold={preview.peopleTold}
        isSending={approve.isPending || approve.isSuccess}
      />
      <LeaveGuard isDirty={isDirty && !approve.isSuccess} what={`what you decided about ${number}`} />
    </Form>
  );
}

function byDate({ verdicts }: Preview) {
  return new Map(verdicts.map((verdict) => [verdict.dateId, verdict]));
}

/** Enter in a field of one date must not send the decision about all of them. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
