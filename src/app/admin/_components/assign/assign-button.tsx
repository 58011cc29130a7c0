"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyAssignDialog } from "./lazy-assign-dialog";

export interface AssignButtonProps {
  eventId: string;
  /** `EV-221`, for screen readers where several buttons stand below one another. */
  code: string;
  now: string;
}

/** Opens the choice of a field manager for one event. */
export function AssignButton({ eventId, code, now }: AssignButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-label={`Assign ${code} to…`} onClick={() => setIsOpen(true)}>
        Assign to…
      </Button>
      {isOpen ? (
        <LazyAssignDialog eventId={eventId} managerId={null} onClose={() => setIsOpen(false)} now={now} />
      ) : null}
    </>
  );
}
