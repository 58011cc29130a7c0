"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ComponentType, useState } from "react";
import type { AskingStepProps } from "./field-step";
import { loadDraftOffer } from "./late-parts";
import { RequestFlow } from "./request-flow";
import type { BookingDetail, RequestValues } from "./request-values";
import type { LocalDraft } from "./local-draft";
import { useLocalDraft } from "./use-local-draft";

/** Most visits find nothing that was left. */
const DraftOffer = dynamic(loadDraftOffer);

export interface RequestFormProps {
  /** Whose unsent form is kept on this device. */
  personId: string;
  /** The booking that is changed; null for a new one. */
  booking: BookingDetail | null;
  /** What the form holds when nothing was left on this device. */
  initial: () => RequestValues;
  /** Every step but the check. */
  AskingStep: ComponentType<AskingStepProps>;
  /** For whom an admin books; left out by clients, who book for their own company. */
  clientId?: string;
  /** ISO 8601 UTC, made by the server page. */
  now: string;
  pages: {
    readonly saved: (bookingId: string) => Route;
    readonly sent: (bookingId: string) => Route;
  };
}

/** A booking request in steps, for a new booking and for changing one; unsent answers survive a crash. */
export function RequestForm(props: RequestFormProps) {
  const { personId, booking, clientId, now, pages } = props;
  const router = useRouter();
  const local = useLocalDraft(personId, booking, clientId);
  const [recovered, setRecovered] = useState<LocalDraft | null>(null);
  if (local.offered) {
    const { offered } = local;
    return (
      <DraftOffer
        draft={offered}
        what={booking ? `unsaved changes to ${booking.number}` : "an unsent request"}
        isStale={booking !== null && offered.known?.version !== booking.version}
        now={now}
        onAnswer={(isWanted) => {
          if (isWanted) setRecovered(offered);
          local.answer(isWanted);
        }}
      />
    );
  }
  return (
    <RequestFlow
      key={recovered === null ? "fresh" : "recovered"}
      booking={booking}
      known={booking ?? recovered?.known ?? null}
      initial={recovered?.values ?? props.initial()}
      AskingStep={props.AskingStep}
      isRecovered={recovered !== null}
      clientId={clientId}
      now={now}
      onKeep={local.keep}
      onKnown={local.keepKnown}
      onDrop={local.drop}
      // In place of the form: Back would only show it empty.
      onSaved={(bookingId, wasSent) =>
        router.replace(wasSent ? pages.sent(bookingId) : pages.saved(bookingId))
      }
    />
  );
}
