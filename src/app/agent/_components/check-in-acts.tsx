"use client";

import { LocateFixed, QrCode } from "lucide-react";
import { useState } from "react";
import { WishProblem } from "@/components/form/wish-problem";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { formatClock, formatMoment, formatSpan, zoneLabel } from "@/values/format-time";
import type { Arrival } from "./arrival";
import { AskManager } from "./ask-manager";
import { PositionPanel } from "./position-panel";
import { useAttend } from "./use-attend";
import { usePosition } from "./use-position";

const loadCodeForm = () => import("./forms/code-form").then((part) => part.CodeForm);

interface CheckInActsProps {
  arrival: Arrival;
  /** Scanned with the camera of the phone, outside of this page. */
  code: string | null;
  now: string;
}

/** The ways in: the phone's position, the event's code, the manager. Says why when none is open. */
export function CheckInActs({ arrival, code, now }: CheckInActsProps) {
  if (!arrival.can.checkIn) return <NotNow arrival={arrival} now={now} />;
  return <Ways arrival={arrival} code={code} />;
}

function NotNow({ arrival, now }: { arrival: Arrival; now: string }) {
  const { timeZone, opensAt } = arrival;
  if (arrival.status === "checked_out") return null;
  if (now < opensAt) {
    return (
      <Notice title={`Check-in opens in ${formatSpan(now, opensAt)}`}>
        {`${formatMoment(opensAt, timeZone, now)}. Come back then; your position is not needed before.`}
      </Notice>
    );
  }
  return (
    <Notice tone="caution" title="This shift is over">
      Nobody was checked in. If you were there, tell your manager: the agency can enter your hours.
    </Notice>
  );
}

function Ways({ arrival, code }: Omit<CheckInActsProps, "now">) {
  const client = useTRPCClient();
  const sheet = useSheet();
  const [isLocating, setIsLocating] = useState(false);
  const whereabouts = usePosition(isLocating);
  const wish = useAttend<RouterInputs["staffing"]["checkIn"]>((input) =>
    client.staffing.checkIn.mutate(input),
  );
  const { assignmentId } = arrival;
  const known = whereabouts.state === "known" ? whereabouts.position : null;
  const onDevice = () => ({ assignmentId, deviceTime: new Date().toISOString() });
  const byPosition = () =>
    known
      ? void wish.send({ ...onDevice(), verificationMethod: "gps", location: known })
      : setIsLocating(true);
  const byScan = () => {
    if (code !== null) void wish.send({ ...onDevice(), verificationMethod: "qrcode", code });
  };
  return (
    <>
      {arrival.status === "no_show" ? (
        <Notice tone="caution" title="You were reported as missing">
          Check in all the same: it shows that you came late.
        </Notice>
      ) : null}
      <p className="text-muted">
        {`Check-in is open until ${formatClock(arrival.closesAt, arrival.timeZone)}, ${zoneLabel(arrival.timeZone)}.`}
      </p>
      <PositionPanel whereabouts={whereabouts} venue={arrival.venue} />
      <AskManager arrival={arrival} position={known} />
      <ActionBar>
        <div className="grid min-w-0 gap-2">
          <WishProblem problem={wish.problem} onAgain={code === null ? byPosition : byScan} />
          <div className="flex min-w-0 gap-2">
            <Button size="action" icon={<QrCode />} onClick={sheet.open}>
              Code
            </Button>
            <Button
              variant="primary"
              size="action"
              icon={code === null ? <LocateFixed /> : <QrCode />}
              isPending={wish.isPending}
              onClick={code === null ? byPosition : byScan}
              className="min-w-0 flex-1"
            >
              {code !== null ? "Check in with the code" : known ? "Check in here" : "Use my location"}
            </Button>
          </div>
        </div>
      </ActionBar>
      <LateSheet
        sheet={sheet}
        title="Check in with the event’s code"
        load={loadCodeForm}
        props={{ arrival, onDone: sheet.close }}
      />
    </>
  );
}
