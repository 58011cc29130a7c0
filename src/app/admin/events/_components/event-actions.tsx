"use client";

import {
  ArrowLeftRight,
  Ban,
  CalendarClock,
  Ellipsis,
  Flag,
  Play,
  Printer,
  TriangleAlert,
  UserCheck,
} from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { LazyAssignDialog } from "@/app/admin/_components/assign/lazy-assign-dialog";
import { eventHref } from "@/app/admin/_components/event-href";
import { useAct } from "@/app/admin/_components/use-act";
import { isStartNear } from "@/components/event-start";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { useToasts } from "@/components/ui/toast";
import { useNow } from "@/components/use-now";
import { useTRPC } from "@/trpc/client";
import type { EventRecord } from "./event-facts";

const StartDialog = dynamic(() => import("./acts/start-dialog").then((part) => part.StartDialog), {
  ssr: false,
});
const CompleteDialog = dynamic(() => import("./acts/complete-dialog").then((part) => part.CompleteDialog), {
  ssr: false,
});
const ReportIssueDialog = dynamic(
  () => import("./acts/report-issue-dialog").then((part) => part.ReportIssueDialog),
  { ssr: false },
);

const dialogs = {
  start: StartDialog,
  complete: CompleteDialog,
  report: ReportIssueDialog,
};
type KeptDialog = keyof typeof dialogs;
type DialogName = KeptDialog | "assign";

/** What may be done with an event now, as the server says; absent when it may not. */
export function EventActions({ event, now }: { event: EventRecord; now: string }) {
  const moment = useNow(now);
  const mayStart = event.can.start && isStartNear(event.startsAt, moment);
  const [open, setOpen] = useState<DialogName | null>(null);
  // A dialog stays once it was open: closing it ends in its own time, and the focus returns.
  const [shown, setShown] = useState<readonly KeptDialog[]>([]);
  const show = (wanted: DialogName) => {
    setOpen(wanted);
    if (wanted === "assign") return;
    setShown((before) => (before.includes(wanted) ? before : [...before, wanted]));
  };
  const prepare = useStartPreparation(event);
  return (
    <div className="grid gap-2 max-sm:w-full">
      <div className="flex flex-wrap gap-2">
        <MainAct event={event} mayStart={mayStart} onShow={show} prepare={prepare} />
        <Menu
          trigger={<Button icon={<Ellipsis />}>More</Button>}
          entries={furtherActs(event, mayStart, show)}
        />
      </div>
      <FormProblem problem={prepare.error ? problemOf(prepare.error) : null} />
      {open === "assign" ? (
        <LazyAssignDialog eventId={event.id} managerId={null} onClose={() => setOpen(null)} now={now} />
      ) : null}
      {shown.map((name) => {
        const Dialog = dialogs[name];
        return (
          <Dialog
            key={name}
            event={event}
            now={now}
            isOpen={open === name}
            onOpenChange={(isOpen) => setOpen(isOpen ? name : null)}
          />
        );
      })}
    </div>
  );
}

interface MainActProps {
  event: EventRecord;
  /** Not while it is on hold, or so far ahead that any start would be a slip of the finger. */
  mayStart: boolean;
  onShow: (dialog: DialogName) => void;
  prepare: ReturnType<typeof useStartPreparation>;
}

/** The one next step of the event's state. */
function MainAct({ event: { can, status }, mayStart, onShow, prepare }: MainActProps) {
  if (can.assignManager && status === "scheduled") {
    return (
      <Button variant="primary" icon={<UserCheck />} onClick={() => onShow("assign")}>
        Assign manager…
      </Button>
    );
  }
  if (can.startPreparation) {
    return (
      <Button variant="primary" isPending={prepare.isPending} onClick={prepare.run}>
        Start preparation
      </Button>
    );
  }
  if (mayStart && status === "ready") {
    return (
      <Button variant="primary" icon={<Play />} onClick={() => onShow("start")}>
        Start event…
      </Button>
    );
  }
  if (can.complete) {
    return (
      <Button variant="primary" icon={<Flag />} onClick={() => onShow("complete")}>
        Complete event…
      </Button>
    );
  }
  return null;
}

function furtherActs(
  { id, can, status }: EventRecord,
  mayStart: boolean,
  onShow: (dialog: DialogName) => void,
): MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (can.assignManager && status !== "scheduled") {
    entries.push({
      kind: "action",
      label: "Change manager…",
      icon: <UserCheck />,
      onSelect: () => onShow("assign"),
    });
  }
  if (mayStart && status !== "ready") {
    entries.push({
      kind: "action",
      label: "Start not ready…",
      icon: <Play />,
      onSelect: () => onShow("start"),
    });
  }
  if (can.reschedule) {
    entries.push(
      { kind: "link", label: "Reschedule…", icon: <CalendarClock />, href: eventHref(id, "reschedule") },
      {
        kind: "link",
        label: "Swap with another…",
        icon: <ArrowLeftRight />,
        href: eventHref(id, "swap"),
      },
    );
  }
  if (can.reportIssue) {
    entries.push({
      kind: "action",
      label: "Report an issue…",
      icon: <TriangleAlert />,
      onSelect: () => onShow("report"),
    });
  }
  entries.push({
    kind: "link",
    label: "Run sheet to print",
    icon: <Printer />,
    href: eventHref(id, "run-sheet"),
  });
  if (can.cancel) {
    entries.push(
      { kind: "separator" },
      { kind: "link", label: "Cancel event…", icon: <Ban />, href: eventHref(id, "cancel") },
    );
  }
  return entries;
}

function useStartPreparation({ id, version, number }: EventRecord) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const { send, error, isPending } = useAct(trpc.events.startPreparation.mutationOptions());
  const run = () => {
    const code = `EV-${number}`;
    send({ eventId: id, version }).then(
      () => toasts.success(`The preparation of ${code} has started.`, code),
      // The refusal shows in place.
      () => undefined,
    );
  };
  return { run, error, isPending };
}
