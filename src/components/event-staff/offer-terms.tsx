import { useId, useState } from "react";
import { useFormState } from "react-hook-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { zoneLabel } from "@/values/format-time";

const pair = "grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]";

/** Pay, deadline, succession and instructions of an offer; folded away, since most offers need none of it said. */
export function OfferTerms({ timeZone }: { timeZone: string }) {
  const id = useId();
  const { errors } = useFormState();
  const [wasUnfolded, setWasUnfolded] = useState(false);
  const isOpen = wasUnfolded || Object.keys(errors).length > 0;
  return (
    <section aria-label="Terms of the offer" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-60 text-meta text-muted">
          Without other terms: no pay is named, and there are 48 hours to answer, or half of the time left.
        </p>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setWasUnfolded(!wasUnfolded)}
        >
          Pay, deadline, instructions…
        </Button>
      </div>
      <div id={id} hidden={!isOpen} className="grid max-w-form gap-4 pb-1 [&[hidden]]:hidden">
        <div className={pair}>
          <TextField name="rate" label="Pay an hour" inputMode="decimal" isOptional />
          <TextField name="currency" label="Currency" placeholder="USD" isOptional />
        </div>
        <div className={pair}>
          <DateField name="answerDay" label="Answer by" hint={zoneLabel(timeZone)} isOptional />
          <TimeField name="answerTime" label="Answer at" hint="Venue clock" isOptional />
        </div>
        <CheckboxField
          name="autoNext"
          label="Ask the next in rank by itself"
          hint="When somebody declines, does not answer in time or withdraws."
        />
        <div className={pair}>
          <DateField name="stopDay" label="Stop asking on" hint="The start, when left empty." isOptional />
          <TimeField name="stopTime" label="Stop asking at" hint="Venue clock" isOptional />
        </div>
        <TextareaField
          name="instructions"
          label="Instructions"
          hint="They read it with the shift."
          isOptional
        />
      </div>
    </section>
  );
}
