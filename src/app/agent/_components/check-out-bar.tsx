"use client";

import { LateSheet, useSheet } from "@/components/late-sheet";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import type { Arrival } from "./arrival";

const loadCheckOutForm = () => import("./forms/check-out-form").then((part) => part.CheckOutForm);

/** For whoever is in: the way out. */
export function CheckOutBar({ arrival, now }: { arrival: Arrival; now: string }) {
  const sheet = useSheet();
  return (
    <>
      <ActionBar>
        <Button variant="primary" size="action" onClick={sheet.open} className="flex-1">
          Check out
        </Button>
      </ActionBar>
      <LateSheet
        sheet={sheet}
        title="Check out"
        load={loadCheckOutForm}
        props={{ arrival, now, onDone: sheet.close }}
      />
    </>
  );
}
