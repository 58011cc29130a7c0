"use client";

import { Camera } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormState } from "react-hook-form";
import { problemOf } from "@/components/form/problem-of";
import { Form, useZodForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ScanView } from "@/components/scan/scan-view";
import { Button } from "@/components/ui/button";
import { type RouterOutputs, useTRPCClient } from "@/trpc/client";
import type { ScanFields } from "./forms/scan-schema";
import type { KitsOfEvent } from "./kit-record";
import { KitRow } from "./kit-row";

export interface ScanKitsProps {
  kits: KitsOfEvent;
  now: string;
  /** False while the sheet is closed: the camera is off then. */
  isShown: boolean;
}

type Scanned = RouterOutputs["kits"]["scan"];

/** The labels one after the other, by camera, by a scanner that types, or by hand; each with what can be done with it. */
export function ScanKits({ kits, now, isShown }: ScanKitsProps) {
  const client = useTRPCClient();
  const [isScanning, setIsScanning] = useState(false);
  const [seen, setSeen] = useState<readonly Scanned[]>([]);
  const [words, setWords] = useState<string | null>(null);
  const form = useZodForm(() => import("./forms/scan-schema").then((part) => part.scanSchema), { code: "" });
  const look = async (code: string) => {
    const scan = await client.kits.scan
      .query({ eventId: kits.event.id, code })
      .catch((error: unknown) => problemOf(error).message);
    if (typeof scan === "string") {
      setWords(scan);
      return;
    }
    const wasSeen = seen.some((one) => keyOf(one) === keyOf(scan));
    setWords(wasSeen ? `${labelOf(scan)} was scanned already.` : saidOf(scan));
    setSeen((before) => [scan, ...before.filter((one) => keyOf(one) !== keyOf(scan))]);
  };
  // A scanner that types goes on with the next label. Within the sending it would be checked, empty, as sent.
  const { isSubmitSuccessful, submitCount } = useFormState({ control: form.control });
  useEffect(() => {
    if (!isSubmitSuccessful || submitCount === 0) return;
    form.reset({ code: "" });
    form.setFocus("code");
  }, [form, isSubmitSuccessful, submitCount]);
  return (
    <div className="grid gap-4 pb-4">
      {isScanning && isShown ? (
        <ScanView
          onScan={(text) => void look(text)}
          onClose={() => setIsScanning(false)}
          instead="Type what the label says instead."
        />
      ) : (
        <Button icon={<Camera />} onClick={() => setIsScanning(true)} className="justify-self-start">
          Scan with the camera
        </Button>
      )}
      <Form
        form={form}
        label="Find a kit by its label"
        onSubmit={({ code }: ScanFields) => look(code)}
        className="grid gap-2"
      >
        <TextField
          name="code"
          label="Or type the code"
          hint="It stands below the picture on the label. A scanner that types works here as well."
          autoComplete="off"
        />
        <SubmitButton>Find the kit</SubmitButton>
      </Form>
      <p role="status">{words ?? ""}</p>
      <ul className="grid gap-2">
        {seen.map((scan) => (
          <SeenRow key={keyOf(scan)} scan={scan} kits={kits} now={now} />
        ))}
      </ul>
    </div>
  );
}

function SeenRow({ scan, kits, now }: { scan: Scanned; kits: KitsOfEvent; now: string }) {
  if (scan.kind !== "here") {
    return (
      <li className="rounded-card border border-border bg-surface p-4 text-on-problem wrap-anywhere">
        {scan.words}
      </li>
    );
  }
  const item = kits.items.find(({ kitAssignmentId }) => kitAssignmentId === scan.kitAssignmentId);
  return item === undefined ? null : <KitRow item={item} kits={kits} now={now} isInHand />;
}

function keyOf(scan: Scanned): string {
  return scan.kind === "no-kit" ? scan.words : scan.code;
}

function labelOf(scan: Scanned): string {
  return scan.kind === "no-kit" ? "This" : scan.code;
}

function saidOf(scan: Scanned): string {
  return scan.kind === "here" ? `${scan.code} found.` : scan.words;
}
