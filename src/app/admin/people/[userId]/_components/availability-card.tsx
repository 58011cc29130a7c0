"use client";

import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { weekWords } from "@/components/availability/availability-values";
import { dayWords } from "@/components/availability/papers-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { StaffRecord } from "./person-screen";

const AvailabilityDialog = dynamic(
  () => import("./availability-dialog").then((part) => part.AvailabilityDialog),
  { ssr: false },
);

/** When they are free, on their own clock. */
export function AvailabilityCard({ record }: { record: StaffRecord }) {
  const edit = useLateDialog();
  const { weekly, exceptions } = record.availability;
  return (
    <Card
      title="Availability"
      aside={record.isActive ? <Button onClick={edit.open}>Edit…</Button> : undefined}
    >
      <Facts
        facts={[
          { label: "Usual week", value: weekWords(weekly) },
          ...exceptions.map((one) => ({
            label: one.kind === "off" ? "Away" : "Free as well",
            value: exceptionWords(one),
          })),
        ]}
      />
      {edit.wasOpened ? <AvailabilityDialog record={record} {...edit.dialog} /> : null}
    </Card>
  );
}

function exceptionWords(one: StaffRecord["availability"]["exceptions"][number]): string {
  const { fromDate, untilDate, hours, note } = one;
  const days =
    fromDate === untilDate ? dayWords(fromDate) : `${dayWords(fromDate)} to ${dayWords(untilDate)}`;
  const clock = hours === null ? "" : `, ${hours.from}–${hours.to}`;
  return `${days}${clock}${note === "" ? "" : ` · ${note}`}`;
}
