"use client";

import type { ComponentType } from "react";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { kitName, type KitAtEvent, type KitsOfEvent } from "./kit-record";

/** What every form about one kit is given. */
export interface KitFormProps {
  item: KitAtEvent;
  kits: KitsOfEvent;
  now: string;
  isInHand: boolean;
  onDone: () => void;
}

type Load = () => Promise<ComponentType<KitFormProps>>;

const loadPrepare: Load = () => import("./forms/prepare-form").then((part) => part.PrepareForm);
const loadCheckOut: Load = () => import("./forms/check-out-form").then((part) => part.KitCheckOutForm);
const loadHandOver: Load = () => import("./forms/hand-over-form").then((part) => part.HandOverForm);
const loadSwap: Load = () => import("./forms/swap-form").then((part) => part.SwapForm);
const loadReturn: Load = () => import("./forms/return-form").then((part) => part.ReturnForm);
const loadExpect: Load = () => import("./forms/expect-form").then((part) => part.ExpectForm);
const loadReport: Load = () => import("./forms/report-form").then((part) => part.KitReportForm);

/** What can be done with one kit now, the next step first. */
export function KitActs(props: Omit<KitFormProps, "onDone">) {
  const { can, status, spareKits, lines } = props.item;
  // A count begins anew where another one has been taken meanwhile.
  const counted = lines.map(({ held, packed, returned }) => `${held}-${packed?.quantity}-${returned}`).join();
  if (!Object.values(can).some(Boolean)) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {can.checkOut ? <Act {...props} words="Hand out" load={loadCheckOut} variant="primary" /> : null}
      {can.prepare ? (
        <Act
          key={`pack ${counted}`}
          {...props}
          words={status === "prepared" ? "Count again" : "Pack and count"}
          load={loadPrepare}
          {...(status === "assigned" && { variant: "primary" })}
        />
      ) : null}
      {can.return ? (
        <Act key={`return ${counted}`} {...props} words="Take back" load={loadReturn} variant="primary" />
      ) : null}
      {can.handOver ? <Act {...props} words="Hand over" load={loadHandOver} /> : null}
      {can.swap && spareKits.length > 0 ? <Act {...props} words="Swap" load={loadSwap} /> : null}
      {can.return ? <Act {...props} words="Back later" load={loadExpect} variant="quiet" /> : null}
      {can.reportIssue ? <Act {...props} words="Report issue" load={loadReport} variant="quiet" /> : null}
    </div>
  );
}

interface ActProps extends Omit<KitFormProps, "onDone"> {
  words: string;
  load: Load;
  variant?: ButtonVariant;
}

function Act({ words, load, variant, ...of }: ActProps) {
  const sheet = useSheet();
  const title = `${words}: ${kitName(of.item)}`;
  return (
    <>
      <Button onClick={sheet.open} aria-label={title} {...(variant && { variant })}>
        {`${words}…`}
      </Button>
      <LateSheet sheet={sheet} title={title} load={load} props={{ ...of, onDone: sheet.close }} />
    </>
  );
}
