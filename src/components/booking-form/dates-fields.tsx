"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { RadioField } from "@/components/form/choice-fields";
import { DatesPreview } from "./dates-preview";
import type { RequestValues } from "./request-values";
import { SeriesFields } from "./series-fields";
import { SingleDates } from "./single-dates";

export interface DatesFieldsProps {
  /** ISO 8601 UTC; made by the server page. */
  now: string;
  remark?: ReactNode;
}

/** When: dates picked one by one, or a rule with the dates it really means. */
export function DatesFields({ now, remark }: DatesFieldsProps) {
  const kind = useWatch<RequestValues, "schedule.kind">({ name: "schedule.kind" });
  return (
    <div className="grid gap-4">
      {remark}
      <RadioField
        name="schedule.kind"
        label="How often"
        look="segments"
        options={[
          { value: "dates", label: "Single dates" },
          { value: "recurring", label: "It repeats" },
        ]}
      />
      {kind === "recurring" ? <SeriesFields /> : <SingleDates />}
      <DatesPreview now={now} />
    </div>
  );
}
