"use client";

import { useWatch } from "react-hook-form";
import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { fieldWords } from "@/app/admin/bookings/_components/field-words";
import { CheckboxField } from "@/components/form/choice-fields";
import { TextareaField } from "@/components/form/text-field";
import type { AskableField, ChangesValues } from "./change-request";
import { PresentValue } from "./present-value";
import { SuggestionField } from "./suggestion-field";

export interface AskedFieldProps {
  field: AskableField;
  booking: BookingDetail;
  now: string;
}

/** One field of the request: what it says now and, once chosen, why it should change and to what. */
export function AskedField({ field, booking, now }: AskedFieldProps) {
  const name = `fields.${field}` as const;
  const isAsked = useWatch<ChangesValues, `${typeof name}.isAsked`>({ name: `${name}.isAsked` });
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="grid min-w-0 content-start gap-1">
        <CheckboxField name={`${name}.isAsked`} label={fieldWords(field)} />
        <div className="min-w-0 pl-6 text-cell wrap-anywhere text-muted">
          <PresentValue field={field} booking={booking} now={now} />
        </div>
      </div>
      {isAsked ? (
        <div
          role="group"
          aria-label={`What should change: ${fieldWords(field)}`}
          className="grid max-w-form min-w-0 content-start gap-3 max-lg:pl-6"
        >
          <TextareaField
            name={`${name}.reason`}
            label="Reason"
            hint="The client reads it beside the field."
            rows={2}
          />
          <SuggestionField field={field} />
        </div>
      ) : null}
    </li>
  );
}
