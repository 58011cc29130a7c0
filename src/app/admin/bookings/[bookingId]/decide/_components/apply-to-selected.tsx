"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import type { DateView } from "@/app/admin/bookings/_components/booking-dates";
import { counted } from "@/values/count-words";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { parseSloppyTime } from "@/values/sloppy-time";
import { CHOICE_WORDS } from "./date-decision";
import { applied, type Choice, choices, choicesOf, type DecisionValues } from "./decision";

const options = choices.map((value) => ({ value, label: CHOICE_WORDS[value] }));

/** One verdict, one reason and one other start for all selected dates; each keeps its own day. */
export function ApplyToSelected({ dates }: { dates: readonly DateView[] }) {
  const { getValues, setValue } = useFormContext<DecisionValues>();
  const [choice, setChoice] = useState<Choice>("approve");
  const [reason, setReason] = useState("");
  const [time, setTime] = useState("");
  if (dates.length === 0) return null;
  const able = dates.filter((date) => choicesOf(date).includes(choice));
  const needsReason = choice === "decline" || choice === "other";
  const apply = () => {
    const read = parseSloppyTime(time, { label: "Start" });
    const said = { choice, reason, time: read.ok ? read.value : time };
    setValue("dates", applied(said, dates, getValues("dates")), { shouldDirty: true });
  };
  return (
    <div role="group" aria-label="For the selected dates" className="flex flex-wrap items-center gap-2">
      <RadioGroup
        name="apply-choice"
        label="Verdict for the selected dates"
        options={options}
        value={choice}
        onChange={setChoice}
        look="segments"
      />
      {choice === "other" ? (
        <Input
          aria-label="Other start at the venue for the selected dates"
          placeholder="Start, 11:00"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          className="w-28!"
        />
      ) : null}
      {needsReason ? (
        <Input
          aria-label="Reason for the selected dates"
          placeholder="Reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          className="w-64!"
        />
      ) : null}
      {able.length === 0 ? (
        <p className="text-cell text-muted">These dates are approved already.</p>
      ) : (
        <Button onClick={apply}>{`Apply to ${counted(able.length, "date")}`}</Button>
      )}
    </div>
  );
}
