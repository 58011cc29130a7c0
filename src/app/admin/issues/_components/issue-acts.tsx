"use client";

import { Check, Eye } from "lucide-react";
import dynamic from "next/dynamic";
import { useAct } from "@/app/admin/_components/use-act";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import type { Issue } from "./issue-words";

const ReasonDialog = dynamic(
  () => import("@/app/admin/_components/reason-dialog").then((part) => part.ReasonDialog),
  { ssr: false },
);

/** What may be done with an issue now, as the server says; absent when it may not. */
export function IssueActs({ issue }: { issue: Issue }) {
  const trpc = useTRPC();
  const acknowledge = useAct(trpc.events.acknowledgeIssue.mutationOptions());
  const resolve = useAct(trpc.events.resolveIssue.mutationOptions());
  const ask = useLateDialog();
  const { can } = issue;
  const wish = { eventId: issue.event.id, issueId: issue.id };
  if (!can.acknowledge && !can.resolve) return null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {can.acknowledge ? (
          <Button
            variant="primary"
            icon={<Eye />}
            isPending={acknowledge.isPending}
            // What goes wrong shows below the button.
            onClick={() => void acknowledge.send(wish).catch(() => undefined)}
          >
            Acknowledge
          </Button>
        ) : null}
        {can.resolve ? (
          <Button variant={can.acknowledge ? "secondary" : "primary"} icon={<Check />} onClick={ask.open}>
            Resolve…
          </Button>
        ) : null}
      </div>
      <FormProblem problem={acknowledge.error ? problemOf(acknowledge.error) : null} />
      {ask.wasOpened ? (
        <ReasonDialog
          {...ask.dialog}
          title="Resolve the issue"
          description={issue.description}
          effects={<Effects issue={issue} />}
          label="How it was resolved"
          hint="No personal or health details."
          isOptional
          verbs={{ act: "Resolve issue", leave: "Leave it open" }}
          onSend={(resolution) => resolve.send({ ...wish, ...(resolution !== "" && { resolution }) })}
        />
      ) : null}
    </div>
  );
}

function Effects({ issue: { touches } }: { issue: Issue }) {
  if (touches.length === 0) return null;
  return (
    <p className="text-cell text-muted">
      {`The readiness of ${counted(touches.length, "other event")} at the venue is looked at again.`}
    </p>
  );
}
