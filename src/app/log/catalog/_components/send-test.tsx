"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { newKey } from "@/components/form/use-fresh-key";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { useTRPC } from "@/trpc/client";

/** Sends an entry that says nothing, to see the log at work; there only where no agency works (decision 0016). */
export function SendTest() {
  const trpc = useTRPC();
  const [key, setKey] = useState(newKey);
  const send = useMutation(trpc.log.sendTest.mutationOptions({ onSuccess: () => setKey(newKey()) }));
  return (
    <>
      <span role="status" className="text-cell text-muted empty:hidden">
        {send.isSuccess ? (
          <>
            {"Sent. "}
            <TextLink href="/log?type=LOG_TEST_SENT">See it in the log</TextLink>
          </>
        ) : null}
      </span>
      {send.isError ? (
        <span role="alert" className="text-cell text-on-problem">
          {problemOf(send.error).message}
        </span>
      ) : null}
      <Button icon={<Send />} isPending={send.isPending} onClick={() => send.mutate({ idempotencyKey: key })}>
        Send a test entry
      </Button>
    </>
  );
}
