"use client";

import { type ReactNode, useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export interface AskDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** What will happen (U-34). */
  description: ReactNode;
  verbs: { readonly act: string; readonly leave: string };
  /** Sends it; what it throws shows in place. */
  onSend: () => Promise<unknown>;
}

/** Asks before an act that cannot be undone and needs no words of its own. */
export function AskDialog({ isOpen, onOpenChange, title, description, verbs, onSend }: AskDialogProps) {
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const send = async () => {
    setProblem(null);
    setIsSending(true);
    try {
      await onSend();
      onOpenChange(false);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{verbs.leave}</Button>
          <Button variant="primary" isPending={isSending} onClick={() => void send()}>
            {verbs.act}
          </Button>
        </>
      }
    >
      <FormProblem problem={problem} />
    </Dialog>
  );
}
