"use client";

import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { RadioField } from "@/components/form/choice-fields";
import type { RequestValues } from "./request-values";
import { SeriesFields } from "./series-fields";
import { SingleDates } from "./single-dates";

/** When: dates picked one by one, or a rule. */
export function DatesFields({ remark }: { remark?: ReactNode }) {
  const { clearErrors } = useFormContext<RequestValues>();
  const kind = useWatch<RequestValues, "schedule.kind">({ name: "schedule.kind" });
  return (
    <div className="grid gap-4">
      {remark}
      <RadioField
        name="schedule.kind"
        label="How often"
        look="segments"
        // What was wrong with the other kind is not on the page any more.
        onPick={() => clearErrors("schedule")}
        options={[
          { value: "dates", label: "Single dates" },
          { value: "recurring", label: "It repeats" },
        ]}
      />
      {kind === "recurring" ? <SeriesFields /> : <SingleDates />}
    </div>
  );
}
