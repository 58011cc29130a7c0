"use client";

import { LateSheet, useSheet } from "@/components/late-sheet";
import { WishProblem } from "@/components/form/wish-problem";
import { Button } from "@/components/ui/button";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { MemberRowProps } from "./member-row";
import { useCrewWish } from "./use-crew-wish";

const loadNoShow = () => import("./forms/no-show-form").then((part) => part.NoShowForm);
const loadCheckOut = () => import("./forms/check-out-form").then((part) => part.CrewCheckOutForm);
const loadHours = () => import("./forms/hours-form").then((part) => part.HoursForm);

/** What the manager may do for one person now. */
export function MemberActs({ member, event, now }: MemberRowProps) {
  const client = useTRPCClient();
  const [noShow, checkOut, hours] = [useSheet(), useSheet(), useSheet()];
  const wish = useCrewWish<RouterInputs["staffing"]["checkIn"]>((input) =>
    client.staffing.checkIn.mutate(input),
  );
  const { can, person, assignmentId } = member;
  const arrive = () => void wish.send({ assignmentId, verificationMethod: "manager" });
  if (!can.checkIn && !can.checkOut && !can.reportNoShow && !can.correctHours) return null;
  return (
    <div className="grid gap-2">
      <WishProblem problem={wish.problem} onAgain={arrive} />
      <div className="flex flex-wrap gap-2">
        {can.checkIn ? (
          <Button isPending={wish.isPending} onClick={arrive} aria-label={`Check in ${person.name}`}>
            Check in
          </Button>
        ) : null}
        {can.checkOut ? (
          <Button onClick={checkOut.open} aria-label={`Check out ${person.name}`}>
            Check out…
          </Button>
        ) : null}
        {can.reportNoShow ? (
          <Button onClick={noShow.open} aria-label={`Report that ${person.name} did not come`}>
            No-show…
          </Button>
        ) : null}
        {can.correctHours ? (
          <Button variant="quiet" onClick={hours.open} aria-label={`Correct the hours of ${person.name}`}>
            Hours…
          </Button>
        ) : null}
      </div>
      <LateSheet
        sheet={noShow}
        title={`${person.name} did not come`}
        load={loadNoShow}
        props={{ member, event, now, onDone: noShow.close }}
      />
      <LateSheet
        sheet={checkOut}
        title={`Check out ${person.name}`}
        load={loadCheckOut}
        props={{ member, event, now, onDone: checkOut.close }}
      />
      <LateSheet
        sheet={hours}
        title={`Hours of ${person.name}`}
        load={loadHours}
        props={{ member, event, now, onDone: hours.close }}
      />
    </div>
  );
}
