"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { counted } from "@/app/admin/bookings/_components/counted";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { parseSloppyTime } from "@/values/sloppy-time";
import { CHOICE_WORDS } from "./date-decision";
import { type Choice, choices, type DecisionValues } from "./decision";

const options = choices.map((value) => ({ value, label: CHOICE_WORDS[value] }));

/** One verdict, one reason and one other start for all selected dates; each keeps its own day. */
export function ApplyToSelected({ dateIds }: { dateIds: readonly string[] }) {
  const { getValues, setValue } = useFormContext<DecisionValues>();
  const [choice, setChoice] = useState<Choice>("approve");
  const [reason, setReason] = useState("");
  const [time, setTime] = useState("");
  if (dateIds.length === 0) return null;
  const needsReason = choice === "decline" || choice === "other";
  const apply = () => {
    const read = parseSloppyTime(time, { label: "Start" });
    const made = { ...getValues("dates") };
    for (const dateId of dateIds) {
      const old = made[dateId];
      if (!old) continue;
      made[dateId] = {
        ...old,
        choice,
        ...(needsReason && reason.trim() !== "" && { reason: reason.trim() }),
        ...(choice === "other" && time.trim() !== "" && { time: read.ok ? read.value : time.trim() }),
      };
    }
    setValue("dates", made, { shouldDirty: true });
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
      <Button onClick={apply}>{`Apply to ${counted(dateIds.length, "date")}`}</Button>
    </div>
  );
}
