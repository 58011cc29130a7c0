"use client";

import { Camera } from "lucide-react";
import { useState } from "react";
import type { Arrival } from "@/app/agent/_components/arrival";
import { codeOfScan, scanWords } from "@/app/agent/_components/scan/code-of-scan";
import { useAttend } from "@/app/agent/_components/use-attend";
import { ScanView } from "@/components/scan/scan-view";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { CodeFields } from "./code-schema";

export interface CodeFormProps {
  arrival: Arrival;
  onDone: () => void;
}

/** The event's code, scanned with the camera or typed: the manager shows it, and it changes every half minute. */
export function CodeForm({ arrival, onDone }: CodeFormProps) {
  const client = useTRPCClient();
  const [isScanning, setIsScanning] = useState(false);
  const [seen, setSeen] = useState<string | null>(null);
  const wish = useAttend<RouterInputs["staffing"]["checkIn"]>((input) =>
    client.staffing.checkIn.mutate(input),
  );
  const form = useZodForm(() => import("./code-schema").then((part) => part.codeSchema), { code: "" });
  const send = async (code: string) => {
    const { assignmentId } = arrival;
    const deviceTime = new Date().toISOString();
    if (await wish.send({ assignmentId, verificationMethod: "qrcode", code, deviceTime })) onDone();
  };
  const onScan = (text: string) => {
    const scan = codeOfScan(text, arrival.eventId);
    setSeen(scanWords[scan.kind]);
    if (scan.kind !== "code") return;
    setIsScanning(false);
    void send(scan.code);
  };
  return (
    <Form
      form={form}
      label="Check in with a code"
      onSubmit={({ code }: CodeFields) => send(code)}
      className="grid gap-4"
    >
      {isScanning ? (
        <ScanView
          onScan={onScan}
          onClose={() => setIsScanning(false)}
          instead="Type the six digits instead."
        />
      ) : (
        <Button icon={<Camera />} onClick={() => setIsScanning(true)} className="justify-self-start">
          Scan it with the camera
        </Button>
      )}
      {seen === null ? null : <p role="status">{seen}</p>}
      <TextField
        name="code"
        label="Or type the six digits"
        hint="They stand below the picture on the manager’s screen."
        inputMode="numeric"
        autoComplete="off"
      />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Check in
      </FormFoot>
    </Form>
  );
}
