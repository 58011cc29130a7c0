"use client";

import { useState } from "react";
import { CandidatesPanel } from "@/components/candidates/candidates-panel";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { CandidateActs } from "./candidate-acts";
import { OfferTerms } from "./offer-terms";
import type { OfferWish } from "./offer-terms-schema";
import { emptyTerms } from "./offer-terms-values";
import { useStaffAct } from "./use-staff-act";

/** A place that somebody is looked for. */
export interface AskedSlot {
  readonly id: string;
  readonly role: string;
  readonly seat: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Whether the next in rank is asked by itself; it is at first. */
  readonly autoNext?: boolean;
  readonly standby?: readonly { readonly userId: string }[];
  /** Somebody is planned or asked for it or has it; only then can others wait: who waits for a free place is asked. */
  readonly isAsked: boolean;
  /** Somebody has it: others can wait, and cannot be asked. */
  readonly isFilled?: boolean;
}

export interface AskDialogProps {
  slot: AskedSlot;
  timeZone: string;
  now: string;
  /** Somebody who is chosen already, as by a drag onto their row: only they are shown. */
  person?: { readonly id: string; readonly name: string } | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** The ranking for a place; whoever is chosen is planned, or gets an offer: the first to accept has it. */
export function AskDialog(props: AskDialogProps) {
  const { slot, timeZone, now, isOpen, onOpenChange } = props;
  const { ask, form, chosen, toggle } = useAsking(props);
  const [isForAnybody, setIsForAnybody] = useState(false);
  const person = isForAnybody ? null : (props.person ?? null);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={titleOf(slot, person)}
      description={
        <>
          <VenueTime startsAt={slot.startsAt} endsAt={slot.endsAt} timeZone={timeZone} now={now} />
          {person === null ? `. ${slot.isFilled === true ? WAITING : ASKING}` : null}
        </>
      }
      size="wide"
      footer={
        chosen.length === 0 ? (
          person === null ? undefined : (
            <Button onClick={() => setIsForAnybody(true)}>Show who else fits</Button>
          )
        ) : (
          <>
            <Button isPending={ask.isPending} onClick={() => void ask.plan()}>
              Plan, tell nobody yet
            </Button>
            <Button variant="primary" isPending={ask.isPending} onClick={() => void ask.offer()}>
              {`Send ${counted(chosen.length, "offer")}`}
            </Button>
          </>
        )
      }
    >
      <Form form={form} label="Terms of the offer" onSubmit={() => ask.offer()} className="grid gap-3">
        <FormProblem problem={ask.problem} />
        {chosen.length === 0 ? null : <OfferTerms timeZone={timeZone} />}
      </Form>
      <div className="-mx-4">
        <CandidatesPanel
          slotId={slot.id}
          {...(person && { userIds: [person.id] })}
          act={(candidate) => (
            <CandidateActs
              candidate={candidate}
              slot={slot}
              isChosen={chosen.includes(candidate.userId)}
              onToggle={toggle}
            />
          )}
        />
      </div>
    </Dialog>
  );
}

const ASKING =
  "Everybody you choose gets an offer at once; the first to accept has the shift. If nobody does, the next in rank is asked.";
const WAITING = "Whoever waits on standby is asked first when it becomes free.";

function titleOf({ role, seat, isFilled }: AskedSlot, person: AskDialogProps["person"]): string {
  if (isFilled === true) return `Who would step in as ${role} ${seat}`;
  return `Ask ${person?.name ?? "somebody"} as ${role} ${seat}`;
}

/** Who is chosen, on which terms, and the two ways to go on with them. */
function useAsking({ slot, onOpenChange }: AskDialogProps) {
  const trpc = useTRPC();
  const create = useStaffAct(trpc.staffing.createAssignment.mutationOptions());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [lost, setLost] = useState<ServerProblem | null>(null);
  const form = useZodForm(
    () => import("./offer-terms-schema").then((part) => part.offerTermsSchema),
    emptyTerms(slot.autoNext ?? true),
  );
  const send = async ({ instructions, offer }: OfferWish, isTold: boolean) => {
    const assignments = chosen.map((userId) => ({ slotId: slot.id, userId }));
    if (!(await create.send({ assignments, instructions, ...(isTold && { offer }) }))) return;
    setChosen([]);
    form.reset();
    onOpenChange(false);
  };
  const submit = async (isTold: boolean) => {
    setLost(null);
    try {
      await form.handleSubmit((wish) => send(wish, isTold))();
    } catch (error) {
      // The checks of the form could not be fetched.
      setLost(problemOf(error));
    }
  };
  return {
    form,
    chosen,
    toggle: (userId: string) =>
      setChosen(chosen.includes(userId) ? chosen.filter((id) => id !== userId) : [...chosen, userId]),
    ask: {
      offer: () => submit(true),
      plan: () => submit(false),
      isPending: create.isPending,
      problem: create.problem ?? lost,
    },
  };
}
