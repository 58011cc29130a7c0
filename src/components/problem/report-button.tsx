"use client";

import { TriangleAlert } from "lucide-react";
import { type ComponentType, useState } from "react";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { Button } from "@/components/ui/button";
import type { ButtonSize } from "@/components/ui/button-class";

export interface ReportButtonProps<Props extends object> {
  /** A verb and its object: what the button is called, whatever its words. */
  name: string;
  /** Where the room is scarce. */
  words?: string;
  title: string;
  size?: ButtonSize;
  /** The form; it has to be the same function every time. */
  load: () => Promise<ComponentType<Props & { onDone: () => void }>>;
  props: Props;
}

/** The button and the form behind it; afterwards it says where the report stands. */
export function ReportButton<Props extends object>({
  name,
  words,
  title,
  size = "control",
  load,
  props,
}: ReportButtonProps<Props>) {
  const sheet = useSheet();
  const [wasReported, setWasReported] = useState(false);
  const open = () => {
    setWasReported(false);
    sheet.open();
  };
  const done = () => {
    setWasReported(true);
    sheet.close();
  };
  return (
    <div className="grid content-start">
      <Button size={size} icon={<TriangleAlert />} aria-label={name} onClick={open}>
        {words ?? name}
      </Button>
      <p role="status" className={wasReported ? "pt-1 text-center text-meta text-on-good" : "sr-only"}>
        {wasReported ? "Reported" : ""}
      </p>
      <LateSheet sheet={sheet} title={title} load={load} props={{ ...props, onDone: done }} />
    </div>
  );
}
