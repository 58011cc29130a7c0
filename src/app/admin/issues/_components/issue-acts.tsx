"use client";

import { Check, Eye } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import type { Issue } from "./issue-words";
import { useAcknowledge } from "./use-issue-acts";

const ResolveDialog = dynamic(() => import("./resolve-dialog").then((part) => part.ResolveDialog), {
  ssr: false,
});

/** What may be done with an issue now, as the server says; absent when it may not. */
export function IssueActs({ issue }: { issue: Issue }) {
  const acknowledge = useAcknowledge(issue);
  const [isOpen, setIsOpen] = useState(false);
  // The dialog stays once it was open: closing it ends in its own time, and the focus returns.
  const [wasOpened, setWasOpened] = useState(false);
  const { can } = issue;
  if (!can.acknowledge && !can.resolve) return null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {can.acknowledge ? (
          <Button
            variant="primary"
            icon={<Eye />}
            isPending={acknowledge.isPending}
            onClick={acknowledge.run}
          >
            Acknowledge
          </Button>
        ) : null}
        {can.resolve ? (
          <Button
            variant={can.acknowledge ? "secondary" : "primary"}
            icon={<Check />}
            onClick={() => {
              setWasOpened(true);
              setIsOpen(true);
            }}
          >
            Resolve…
          </Button>
        ) : null}
      </div>
      {acknowledge.error ? <FormProblem problem={problemOf(acknowledge.error)} /> : null}
      {wasOpened ? <ResolveDialog issue={issue} isOpen={isOpen} onOpenChange={setIsOpen} /> : null}
    </div>
  );
}
